package dev.messageboard.api.health;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Between SIGTERM and the end: still serves, but asks clients to open their next connection
 * elsewhere.
 */
@ApplicationScoped
public class Drain {

  private static final int FIRST = -2000;

  private volatile boolean on;

  boolean isOn() {
    return on;
  }

  void begin(@Observes ShutdownDelayInitiatedEvent event) {
    on = true;
  }

  void register(@Observes Router router) {
    router.route().order(FIRST).handler(this::letGo);
  }

  private void letGo(RoutingContext request) {
    if (on) {
      request.response().putHeader(HttpHeaders.CONNECTION, "close");
    }
    request.next();
  }
}
