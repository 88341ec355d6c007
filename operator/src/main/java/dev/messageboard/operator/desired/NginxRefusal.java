package dev.messageboard.operator.desired;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;

/** What nginx refuses by itself, told as the API tells it: a problem document of a listed type. */
enum NginxRefusal {
  BAD_REQUEST(
      "400 501 505",
      400,
      "The request is malformed",
      "The server cannot make sense of the request."),
  METHOD_NOT_ALLOWED(
      "405",
      405,
      "The method is not allowed here",
      "TRACE and CONNECT are allowed nowhere, and the files of the page are only read."),
  BODY_TOO_LARGE("413", 413, "The body is too large", "A body may have at most $most_bytes bytes."),
  URI_TOO_LONG(
      "414", 414, "The address is too long", "The request line may have at most 8192 bytes."),
  HEADERS_TOO_LARGE(
      "494", 431, "The headers are too large", "One may have at most 8192 bytes, all 32768."),
  API_UNAVAILABLE(
      "502 504", 503, "The board does not answer", "Please try again in a few seconds.");

  private static final String PAGE =
      """
      error_page %1$s = %2$s;
      location %3$s {
        internal;
        types {}
        default_type application/problem+json;
        add_header Cache-Control no-store always;
        add_header X-Content-Type-Options nosniff always;%4$s
        return %5$d '{"type":"https://messageboard.dev/problems/%6$s","title":"%7$s","status":%5$d,"detail":"%8$s","traceId":"$request_id"}';
      }
      """;

  private final String nginxCodes;
  private final int status;
  private final String title;
  private final String detail;

  NginxRefusal(String nginxCodes, int status, String title, String detail) {
    this.nginxCodes = nginxCodes;
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  /**
   * For the server as a whole; a location with an {@code error_page} of its own would lose them.
   */
  static String directives() {
    return Arrays.stream(values()).map(NginxRefusal::page).collect(joining());
  }

  int status() {
    return status;
  }

  /** The last part of the problem's type. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String page() {
    var retry = status == 503 ? "\n  add_header Retry-After 5 always;" : "";
    var location = comesBeforeThePath() ? "= " + place() : place();
    return PAGE.formatted(nginxCodes, place(), location, retry, status, slug(), title, detail);
  }

  /** A named location keeps the method for the log, but needs a request that has a path. */
  private String place() {
    return (comesBeforeThePath() ? "/.refused/" : "@") + slug();
  }

  private boolean comesBeforeThePath() {
    return this == BAD_REQUEST || this == URI_TOO_LONG;
  }
}
