package dev.messageboard.api.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The answer that shows one message. */
@ApplicationScoped
public class MessageAnswers {

  private final MessageViews views;
  private final ETags tags;

  MessageAnswers(MessageViews views, ETags tags) {
    this.views = views;
    this.tags = tags;
  }

  /** 200, or 304 if the client holds just this. */
  Response of(Message message, String ifNoneMatch) {
    String tag = tags.of(message);
    if (ETags.matches(ifNoneMatch, tag)) {
      return Response.notModified().header(HttpHeaders.ETAG, tag).build();
    }
    return Response.ok(views.of(message))
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  public String tag(Message message) {
    return tags.of(message);
  }
}
