package dev.messageboard.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * What is refused before or beside the REST layer: bodies that are too large, paths outside
 * /api/v1.
 */
@ApplicationScoped
public class EdgeProblems {

  /** Before the framework's own limit, which answers without a body. */
  private static final int FIRST = -1000;

  private final ObjectMapper json;

  EdgeProblems(ObjectMapper json) {
    this.json = json;
  }

  void register(@Observes Router router) {
    router.route().order(FIRST).handler(this::refuseLargeBody);
    router.route().last().handler(this::refuseUnknownPath);
  }

  private void refuseLargeBody(RoutingContext request) {
    if (!BodyLimit.exceededBy(request.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
      request.next();
      return;
    }
    request.response().putHeader(HttpHeaders.CONNECTION, "close");
    refuse(request, FrameworkRefusal.TOO_LARGE);
  }

  private void refuseUnknownPath(RoutingContext request) {
    refuse(request, FrameworkRefusal.NOT_FOUND);
  }

  private void refuse(RoutingContext request, FrameworkRefusal why) {
    Problem problem = Problem.of(why.type(), why.detail(), List.of(), request);
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(write(problem));
  }

  private String write(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
