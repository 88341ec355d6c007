package dev.messageboard.api.problem;

import java.util.Arrays;
import java.util.Optional;

/** The statuses with which the web framework itself turns a request down, in our words. */
enum FrameworkRefusal {
  BAD_REQUEST(ProblemType.BAD_REQUEST, "The server could not make sense of the request."),
  NOT_FOUND(ProblemType.PATH_NOT_FOUND, "There is nothing under this path."),
  METHOD(ProblemType.METHOD_NOT_ALLOWED, "The header Allow lists the methods of this path."),
  ACCEPT(ProblemType.NOT_ACCEPTABLE, "This API answers in application/json."),
  TOO_LARGE(ProblemType.BODY_TOO_LARGE, "A body may have at most 65536 bytes."),
  MEDIA_TYPE(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");

  private final ProblemType type;
  private final String detail;

  FrameworkRefusal(ProblemType type, String detail) {
    this.type = type;
    this.detail = detail;
  }

  static Optional<FrameworkRefusal> of(int status) {
    return Arrays.stream(values()).filter(refusal -> refusal.type.status() == status).findFirst();
  }

  ProblemType type() {
    return type;
  }

  String detail() {
    return detail;
  }
}
