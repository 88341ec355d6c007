package dev.messageboard.api.message;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Answers from {@link FirstPages} on the event loop; everything else goes on to the resource. */
@ApplicationScoped
class FirstPageRoute {

  /** After what refuses odd requests, before the REST layer. */
  private static final int ORDER = -500;

  private final FirstPages pages;

  FirstPageRoute(FirstPages pages) {
    this.pages = pages;
  }

  void register(@Observes Router router) {
    router.get("/api/v1/messages").order(ORDER).handler(this::serve);
  }

  /** The query as it was sent; none is the empty one. */
  static String query(String sent) {
    return sent == null ? "" : sent;
  }

  private void serve(RoutingContext request) {
    String accept = request.request().getHeader(HttpHeaders.ACCEPT);
    Optional<PageAnswer> page =
        accept == null || accept.contains("*/*") || accept.contains("application/json")
            ? pages.recent(query(request.request().query()))
            : Optional.empty();
    if (page.isEmpty()) {
      request.next();
    } else {
      send(request, page.get());
    }
  }

  private static void send(RoutingContext request, PageAnswer page) {
    HttpServerResponse response =
        request
            .response()
            .putHeader(HttpHeaders.ETAG, page.tag())
            .putHeader(HttpHeaders.CACHE_CONTROL, PageAnswer.CACHE_CONTROL)
            .putHeader("Link", page.links());
    if (ETags.matches(request.request().getHeader(HttpHeaders.IF_NONE_MATCH), page.tag())) {
      response.setStatusCode(304).end();
    } else {
      response
          .putHeader(HttpHeaders.CONTENT_TYPE, PageAnswer.CONTENT_TYPE)
          .end(Buffer.buffer(page.json()));
    }
  }
}
