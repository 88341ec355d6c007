package dev.messageboard.api.feed;

import dev.messageboard.api.board.BoardSettings;
import dev.messageboard.api.message.FirstRows;
import dev.messageboard.api.problem.QueryParameters;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** {@code /api/v1/feed.atom}. */
@Path("/feed.atom")
public class FeedResource {

  private final BoardSettings settings;
  private final FirstRows rows;
  private final AtomFeed feed;

  FeedResource(BoardSettings settings, FirstRows rows, AtomFeed feed) {
    this.settings = settings;
    this.rows = rows;
    this.feed = feed;
  }

  @GET
  @Produces("application/atom+xml")
  public Response feed(UriInfo uri, HttpServerRequest request) {
    int limit = new QueryParameters(uri.getQueryParameters()).number("limit", 1, 50, 20);
    FirstRows.Tagged newest = rows.newest(limit);
    String base = settings.publicUrl().orElseGet(() -> asked(request));
    ResponseBuilder answer =
        newest.isKnownTo(request.getHeader(HttpHeaders.IF_NONE_MATCH))
            ? Response.notModified()
            : Response.ok(feed.of(newest.messages(), base));
    newest
        .changedAt()
        .map(time -> DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)))
        .ifPresent(time -> answer.header(HttpHeaders.LAST_MODIFIED, time));
    if (settings.publicUrl().isEmpty()) {
      answer.header(HttpHeaders.VARY, "Host, X-Forwarded-Proto");
    }
    return answer
        .header(HttpHeaders.ETAG, newest.tag())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
        .build();
  }

  /** Without `public-url` the name under which the board was asked has to do. */
  private static String asked(HttpServerRequest request) {
    boolean https = "https".equals(request.getHeader("X-Forwarded-Proto"));
    return (https ? "https://" : "http://") + request.authority();
  }
}
