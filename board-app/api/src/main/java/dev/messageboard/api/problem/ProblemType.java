package dev.messageboard.api.problem;

/** The kinds of error, as the README lists them. A published type never changes its name. */
public enum ProblemType {
  BAD_REQUEST(400, "The request is malformed"),
  MALFORMED_JSON(400, "The body is not valid JSON"),
  UNEXPECTED_JSON(400, "The JSON does not have the expected shape"),
  INVALID_PARAMETER(400, "A query parameter is not valid"),
  MESSAGE_NOT_FOUND(404, "No such message"),
  PATH_NOT_FOUND(404, "No such path"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "No acceptable media type"),
  BODY_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
  INVALID_MESSAGE(422, "The message breaks a rule"),
  INTERNAL_ERROR(500, "Something went wrong on our side"),
  DATABASE_UNAVAILABLE(503, "The database does not answer");

  private static final String BASE = "https://messageboard.dev/problems/";

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public String uri() {
    return BASE + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
