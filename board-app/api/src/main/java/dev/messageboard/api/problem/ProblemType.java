package dev.messageboard.api.problem;

import io.micrometer.core.instrument.MeterRegistry;

/** The kinds of error, as the README lists them. A published type never changes its name. */
public enum ProblemType {
  BAD_REQUEST(400, "The request is malformed"),
  MALFORMED_JSON(400, "The body is not valid JSON"),
  UNEXPECTED_JSON(400, "The JSON does not have the expected shape"),
  INVALID_PARAMETER(400, "A query parameter is not valid"),
  INVALID_HEADER(400, "A header is not valid"),
  TOKEN_REQUIRED(401, "A token is required"),
  WRONG_TOKEN(403, "The token does not open this"),
  CROSS_SITE(403, "Requests from other sites are refused"),
  EDIT_WINDOW_OVER(403, "The time to edit is over"),
  CLIENT_BLOCKED(403, "Posting from this address is blocked"),
  MESSAGE_NOT_FOUND(404, "No such message"),
  PATH_NOT_FOUND(404, "No such path"),
  MODERATION_OFF(404, "Moderation is off"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "No acceptable media type"),
  DUPLICATE_MESSAGE(409, "The same message was just posted"),
  ALREADY_REPORTED(409, "Already reported"),
  WRONG_STATE(409, "The message is not in the right state"),
  MESSAGE_DELETED(410, "The message was deleted"),
  PRECONDITION_FAILED(412, "The message has changed"),
  BODY_TOO_LARGE(413, "The body is too large"),
  URI_TOO_LONG(414, "The address is too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
  INVALID_MESSAGE(422, "The message breaks a rule"),
  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another message"),
  BOARD_CLOSED(423, "The board is closed for posting"),
  PRECONDITION_REQUIRED(428, "A precondition is required"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  HEADERS_TOO_LARGE(431, "The headers are too large"),
  INTERNAL_ERROR(500, "Something went wrong on our side"),
  DATABASE_UNAVAILABLE(503, "The database does not answer"),
  OVERLOADED(503, "Too busy right now");

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
    return BASE + slug();
  }

  /** Every answer of this type is counted, whichever layer gives it. */
  void count(MeterRegistry metrics) {
    metrics.counter("messageboard.problems", "type", slug()).increment();
  }

  String slug() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
