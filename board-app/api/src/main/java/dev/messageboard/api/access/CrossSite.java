package dev.messageboard.api.access;

import dev.messageboard.api.board.BoardSettings;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** No page of another site may write here through its visitor's browser. */
public class CrossSite {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final BoardSettings settings;

  CrossSite(BoardSettings settings) {
    this.settings = settings;
  }

  @ServerRequestFilter
  public void refuse(HttpServerRequest request) {
    if (!SAFE.contains(request.method().name()) && comesFromElsewhere(request)) {
      throw new ProblemException(
          ProblemType.CROSS_SITE, "The request comes from a page of another site.");
    }
  }

  private boolean comesFromElsewhere(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (site != null) {
      return site.equals("cross-site");
    }
    return origin != null && !isOurs(host(origin), request);
  }

  private boolean isOurs(Optional<String> origin, HttpServerRequest request) {
    String asked = request.authority() == null ? "" : request.authority().host();
    return origin.isPresent()
        && (origin.get().equalsIgnoreCase(asked)
            || origin.equals(settings.publicUrl().flatMap(CrossSite::host)));
  }

  private static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(URI.create(url).getHost());
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
