package dev.messageboard.api.message;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** A page ready to be sent, to however many. */
record PageAnswer(byte[] json, String tag, String links) {

  static final String CONTENT_TYPE = "application/json;charset=UTF-8";

  /** Caches in between may keep it for a second, and serve it for minutes while we are away. */
  static final String CACHE_CONTROL = "public, max-age=0, s-maxage=1, stale-if-error=300";

  Response answer(String ifNoneMatch) {
    ResponseBuilder answer =
        ETags.matches(ifNoneMatch, tag)
            ? Response.notModified()
            : Response.ok(json).type(CONTENT_TYPE);
    return answer
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
        .header(HttpHeaders.LINK, links)
        .build();
  }
}
