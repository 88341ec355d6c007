package dev.messageboard.api.problem;

import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/**
 * How large the head of a request may be: as large as the nginx in front lets it be. The HTTP
 * server itself takes more (application.properties), because what it refuses has no body.
 */
final class RequestHead {

  private static final int MAX_URI = 8 * 1024;
  private static final int MAX_HEADER = 8 * 1024;
  private static final int MAX_HEADERS = 32 * 1024;

  private RequestHead() {}

  static boolean hasLongUri(HttpServerRequest request) {
    return request.uri().length() > MAX_URI;
  }

  static boolean hasLargeHeaders(HttpServerRequest request) {
    int all = 0;
    for (Map.Entry<String, String> header : request.headers()) {
      int one = header.getKey().length() + header.getValue().length();
      if (one > MAX_HEADER) {
        return true;
      }
      all += one;
    }
    return all > MAX_HEADERS;
  }
}
