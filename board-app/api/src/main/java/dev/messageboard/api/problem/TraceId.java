package dev.messageboard.api.problem;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a request in answers and logs: its trace, the caller's, the proxy's request id, or a new
 * one.
 */
final class TraceId {

  private static final String KEY = TraceId.class.getName();
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
  private static final Pattern REQUEST_ID = Pattern.compile("([0-9a-f]{32})");

  private TraceId() {}

  static String of(RoutingContext request) {
    String known = request.get(KEY);
    if (known == null) {
      known = choose(request);
      request.put(KEY, known);
    }
    return known;
  }

  private static String choose(RoutingContext request) {
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      return span.getTraceId();
    }
    String trace = match(TRACEPARENT, request.request().getHeader("traceparent"));
    if (trace != null) {
      return trace;
    }
    String requestId = match(REQUEST_ID, request.request().getHeader("X-Request-Id"));
    return requestId != null ? requestId : random();
  }

  private static String match(Pattern pattern, String header) {
    Matcher matcher = pattern.matcher(header == null ? "" : header);
    return matcher.matches() ? matcher.group(1) : null;
  }

  private static String random() {
    byte[] bytes = new byte[16];
    ThreadLocalRandom.current().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
