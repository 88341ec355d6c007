package dev.messageboard.api.problem;

import java.util.Arrays;

/** The ways in which the web layer turns a request down before our code sees it, in our words. */
enum FrameworkRefusal {
  BAD_REQUEST(ProblemType.BAD_REQUEST, "The server cannot make sense of the request."),
  NOT_FOUND(ProblemType.PATH_NOT_FOUND, "There is nothing under this path."),
  METHOD(ProblemType.METHOD_NOT_ALLOWED, "The header Allow lists the methods of this path."),
  ACCEPT(ProblemType.NOT_ACCEPTABLE, "This API answers in application/json."),
  TOO_LARGE(ProblemType.BODY_TOO_LARGE, "A body may have at most 65536 bytes."),
  URI(ProblemType.URI_TOO_LONG, "The path and the query together may have at most 8192 bytes."),
  HEADERS(
      ProblemType.HEADERS_TOO_LARGE,
      "A header may have at most 8192 bytes, all together at most 32768."),
  MEDIA_TYPE(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json."),
  INTERNAL(ProblemType.INTERNAL_ERROR, "The log knows more under the traceId.");

  private final ProblemType type;
  private final String detail;

  FrameworkRefusal(ProblemType type, String detail) {
    this.type = type;
    this.detail = detail;
  }

  /** A status that nobody here knows is a defect of ours. */
  static FrameworkRefusal of(int status) {
    return Arrays.stream(values())
        .filter(refusal -> refusal.type.status() == status)
        .findFirst()
        .orElse(INTERNAL);
  }

  ProblemType type() {
    return type;
  }

  String detail() {
    return detail;
  }

  ProblemException asException() {
    return new ProblemException(type, detail);
  }
}
