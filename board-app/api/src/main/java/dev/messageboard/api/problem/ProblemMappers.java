package dev.messageboard.api.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.messageboard.api.database.DatabaseFailure;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a request of the REST layer ends with into a problem document. */
public class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final String RETRY_AFTER_SECONDS = "5";

  private final OutageLog outages = new OutageLog();
  private final MeterRegistry metrics;

  ProblemMappers(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  @ServerExceptionMapper
  public Response known(ProblemException problem, RoutingContext request) {
    return answer(problem, request).build();
  }

  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException mismatch, RoutingContext request) {
    return answer(JsonProblem.of(mismatch), request).build();
  }

  /** What the framework refuses: unknown path, method, media type, unreadable body. */
  @ServerExceptionMapper
  public Response refused(WebApplicationException refusal, RoutingContext request) {
    if (refusal.getCause() instanceof JacksonException unreadable) {
      return answer(JsonProblem.of(unreadable), request).build();
    }
    FrameworkRefusal known = FrameworkRefusal.of(refusal.getResponse().getStatus());
    if (known == FrameworkRefusal.INTERNAL) {
      return failed(refusal, request);
    }
    ResponseBuilder answer = answer(known.asException(), request);
    return known == FrameworkRefusal.METHOD
        ? answer.header(HttpHeaders.ALLOW, AllowedMethods.ofCurrentPath()).build()
        : answer.build();
  }

  /**
   * The last resort: either the database is away or something is broken; only the log says what.
   */
  @ServerExceptionMapper
  public Response failed(Throwable failure, RoutingContext request) {
    Optional<DatabaseFailure> outage = DatabaseFailure.of(failure);
    if (outage.isPresent()) {
      outages.note(outage.get(), failure);
      metrics
          .counter("messageboard.database.failures", "reason", outage.get().reason())
          .increment();
      return answer(unavailable(), request)
          .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
          .build();
    }
    LOG.errorf(failure, "Request %s failed", TraceId.of(request));
    return answer(FrameworkRefusal.INTERNAL.asException(), request).build();
  }

  private static ProblemException unavailable() {
    return new ProblemException(ProblemType.DATABASE_UNAVAILABLE, "Please try again shortly.");
  }

  private ResponseBuilder answer(ProblemException problem, RoutingContext request) {
    problem.type().count(metrics);
    ResponseBuilder answer =
        Response.status(problem.type().status())
            .type(Problem.MEDIA_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(Problem.of(problem, request));
    problem.headers().forEach(answer::header);
    return answer;
  }
}
