package dev.messageboard.api.health;

import dev.messageboard.api.problem.EdgeProblems;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns requests away at the door when more are inside than can be served in good time: an answer
 * that comes after the client has gone is work for nobody.
 */
@ApplicationScoped
public class Load {

  /** Some 150 ms of work on two cores; a Service has other pods for the rest. */
  private static final int MOST = 400;

  private static final int AFTER_DRAIN = -1500;

  private final AtomicInteger inside = new AtomicInteger();

  boolean isTooMuch() {
    return inside.get() >= MOST;
  }

  void register(@Observes Router router) {
    router.route().order(AFTER_DRAIN).handler(this::enter);
  }

  private void enter(RoutingContext request) {
    if (isStream(request)) {
      request.next();
    } else if (inside.incrementAndGet() > MOST) {
      inside.decrementAndGet();
      EdgeProblems.refuse(
          request,
          new ProblemException(ProblemType.OVERLOADED, "Please try again shortly.")
              .with("Retry-After", "1"));
    } else {
      request.addEndHandler(done -> inside.decrementAndGet());
      request.next();
    }
  }

  /** Streams stay open for hours and cost next to nothing; they have a limit of their own. */
  private static boolean isStream(RoutingContext request) {
    return request.request().path().equals("/api/v1/stream");
  }
}
