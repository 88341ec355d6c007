package dev.messageboard.api.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Makes the answer of a list. */
@ApplicationScoped
class PageAnswers {

  private static final String PATH = "/api/v1/messages?limit=";

  private final MessageQueries queries;
  private final MessageViews views;
  private final ETags tags;
  private final ObjectMapper json;

  PageAnswers(MessageQueries queries, MessageViews views, ETags tags, ObjectMapper json) {
    this.queries = queries;
    this.views = views;
    this.tags = tags;
    this.json = json;
  }

  PageAnswer of(PageRequest request) throws SQLException {
    PageEnds ends = queries.page(request);
    MessagePage page = views.page(ends);
    String tag = tags.of(ends.shown(), page.prev() + page.next());
    return new PageAnswer(bytes(page), tag, links(request, page));
  }

  /** RFC 8288. */
  private static String links(PageRequest request, MessagePage page) {
    String base =
        PATH + request.limit() + request.scope().parameter().map(p -> "&parent=" + p).orElse("");
    String prev = "<" + base + "&after=" + page.prev() + ">; rel=\"prev\"";
    return page.next() == null
        ? prev
        : "<" + base + "&before=" + page.next() + ">; rel=\"next\", " + prev;
  }

  private byte[] bytes(MessagePage page) {
    try {
      return json.writeValueAsBytes(page);
    } catch (JsonProcessingException defect) {
      throw new IllegalStateException(defect);
    }
  }
}
