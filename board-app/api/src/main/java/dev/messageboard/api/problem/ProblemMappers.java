package dev.messageboard.api.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.messageboard.api.database.DatabaseFailure;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a request ends with into a problem document. */
public class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final String RETRY_AFTER_SECONDS = "5";

  private final OutageLog outages = new OutageLog();

  @ServerExceptionMapper
  public Response known(ProblemException problem, RoutingContext request) {
    return answer(problem.type(), problem.getMessage(), problem.errors(), request).build();
  }

  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException mismatch, RoutingContext request) {
    return known(JsonProblem.of(mismatch), request);
  }

  /** What the framework refuses: unknown path, method, media type, unreadable body. */
  @ServerExceptionMapper
  public Response refused(WebApplicationException refusal, RoutingContext request) {
    if (refusal.getCause() instanceof JacksonException unreadable) {
      return known(JsonProblem.of(unreadable), request);
    }
    Optional<FrameworkRefusal> known = FrameworkRefusal.of(refusal.getResponse().getStatus());
    if (known.isEmpty()) {
      return failed(refusal, request);
    }
    Response.ResponseBuilder answer =
        answer(known.get().type(), known.get().detail(), List.of(), request);
    String allow = refusal.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
  }

  /**
   * The last resort: either the database is away or something is broken; only the log says what.
   */
  @ServerExceptionMapper
  public Response failed(Throwable failure, RoutingContext request) {
    Optional<DatabaseFailure> outage = DatabaseFailure.of(failure);
    if (outage.isPresent()) {
      outages.note(outage.get(), failure);
      return answer(
              ProblemType.DATABASE_UNAVAILABLE, "Please try again shortly.", List.of(), request)
          .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
          .build();
    }
    LOG.errorf(failure, "Request %s failed", TraceId.of(request));
    return answer(
            ProblemType.INTERNAL_ERROR, "The log knows more under the traceId.", List.of(), request)
        .build();
  }

  private static Response.ResponseBuilder answer(
      ProblemType type, String detail, List<FieldError> errors, RoutingContext request) {
    return Response.status(type.status())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(Problem.of(type, detail, errors, request));
  }
}
