package dev.messageboard.api.problem;

import io.micrometer.core.instrument.Metrics;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * What is refused outside the REST layer: what is too large, odd paths, paths that are not the
 * API's.
 */
@ApplicationScoped
public class EdgeProblems {

  private static final Logger LOG = Logger.getLogger(EdgeProblems.class);

  /** Before the framework's own limit, which answers without a body. */
  private static final int FIRST = -1000;

  private static final int[] ROUTER_ERRORS = {400, 404, 405, 406, 415, 500};

  void register(@Observes Router router) {
    router
        .route()
        .order(FIRST)
        .handler(this::inspect)
        .failureHandler(request -> failed(request, request.statusCode()));
    router.route().last().handler(request -> refuse(request, FrameworkRefusal.NOT_FOUND));
    for (int status : ROUTER_ERRORS) {
      router.errorHandler(status, request -> failed(request, status));
    }
  }

  private void inspect(RoutingContext request) {
    MDC.put("traceId", TraceId.of(request));
    if (RequestBody.isTooLarge(
        request.request().getHeader(HttpHeaders.CONTENT_LENGTH),
        request.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
      request.response().putHeader(HttpHeaders.CONNECTION, "close");
      refuse(request, FrameworkRefusal.TOO_LARGE);
    } else {
      wrongHead(request.request()).ifPresentOrElse(why -> refuse(request, why), request::next);
    }
  }

  private static Optional<FrameworkRefusal> wrongHead(HttpServerRequest request) {
    if (RequestHead.hasLongUri(request)) {
      return Optional.of(FrameworkRefusal.URI);
    }
    if (RequestHead.hasLargeHeaders(request)) {
      return Optional.of(FrameworkRefusal.HEADERS);
    }
    if (!isUri(request.uri())) {
      return Optional.of(FrameworkRefusal.BAD_REQUEST);
    }
    return hasEmptySegment(request.path())
        ? Optional.of(FrameworkRefusal.NOT_FOUND)
        : Optional.empty();
  }

  /** BoardApi turns the framework's own check off, which answers without a body. */
  private static boolean isUri(String text) {
    try {
      new URI(text);
      return true;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  /** Every resource has one path: no trailing slash, no double one. */
  private static boolean hasEmptySegment(String path) {
    return path.endsWith("/") || path.contains("//");
  }

  private static void failed(RoutingContext request, int status) {
    FrameworkRefusal why = FrameworkRefusal.of(status);
    if (why == FrameworkRefusal.INTERNAL) {
      LOG.errorf(request.failure(), "Request %s failed", TraceId.of(request));
    }
    refuse(request, why);
  }

  private static void refuse(RoutingContext request, FrameworkRefusal why) {
    refuse(request, why.asException());
  }

  /** Answers a request that the REST layer does not get to see. */
  public static void refuse(RoutingContext request, ProblemException why) {
    if (request.response().ended()) {
      return;
    }
    why.type().count(Metrics.globalRegistry);
    Problem problem = Problem.of(why, request);
    why.headers().forEach(request.response()::putHeader);
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(Json.encode(problem));
  }
}
