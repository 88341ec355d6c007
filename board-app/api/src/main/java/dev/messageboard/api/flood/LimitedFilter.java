package dev.messageboard.api.flood;

import dev.messageboard.api.access.Admin;
import dev.messageboard.api.access.AdminFilter;
import dev.messageboard.api.access.AdminOnly;
import dev.messageboard.api.access.Client;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Counts what is {@link Limited} in a transaction of its own: what is refused afterwards has been
 * counted, so that nobody guesses tokens. Moderators have no limit, as on their own paths.
 */
public class LimitedFilter {

  /** After what refuses a page of another site: it shall not use up its visitor's limit. */
  private static final int AFTER_CROSS_SITE = AdminFilter.PRIORITY - 1;

  private final Admin admin;
  private final Client client;
  private final OtherActions flood;

  LimitedFilter(Admin admin, Client client, OtherActions flood) {
    this.admin = admin;
    this.client = client;
    this.flood = flood;
  }

  @AdminOnly
  @ServerRequestFilter(priority = AFTER_CROSS_SITE)
  public void countGuess(HttpServerRequest request, HttpHeaders headers) {
    if (admin.isGuessedIn(headers)) {
      flood.count(client.hashOf(request));
    }
  }

  @Limited
  @ServerRequestFilter(priority = AFTER_CROSS_SITE)
  public void count(HttpServerRequest request, HttpHeaders headers) {
    if (!admin.isProvenIn(headers)) {
      flood.count(client.hashOf(request));
    }
  }
}
