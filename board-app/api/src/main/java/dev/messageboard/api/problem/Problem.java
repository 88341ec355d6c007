package dev.messageboard.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The document of RFC 9457, with the members that this API adds. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String traceId,
    List<FieldError> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(ProblemException problem, RoutingContext request) {
    ProblemType type = problem.type();
    return new Problem(
        type.uri(),
        type.title(),
        type.status(),
        problem.getMessage(),
        request.request().path(),
        TraceId.of(request),
        problem.errors());
  }
}
