package dev.messageboard.api.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.api.message.Message;
import dev.messageboard.api.message.MessageState;
import dev.messageboard.api.message.MessageViews;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what changed from the table, in the order of the changes. */
@ApplicationScoped
class ChangeLog {

  /** More than that is no catching up. */
  private static final int MOST = 500;

  private static final Sort IN_ORDER = Sort.ascending("changedAt").and("id");

  private final MessageViews views;
  private final ObjectMapper json;

  ChangeLog(MessageViews views, ObjectMapper json) {
    this.views = views;
    this.json = json;
  }

  /** Empty if they are more than anybody can follow. */
  Optional<List<Change>> since(Instant time) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<Message> rows =
                  Message.<Message>find("changedAt > ?1", IN_ORDER, time).page(0, MOST + 1).list();
              return rows.size() > MOST ? Optional.empty() : Optional.of(told(rows));
            });
  }

  /** What nobody has ever seen, pending posts, is nobody's business. */
  private List<Change> told(List<Message> rows) {
    return rows.stream()
        .filter(row -> row.state != MessageState.PENDING)
        .map(row -> Change.of(row, text(row)))
        .toList();
  }

  /** Once, however many listen. */
  private String text(Message row) {
    try {
      return json.writeValueAsString(views.of(row));
    } catch (JsonProcessingException defect) {
      throw new IllegalStateException(defect);
    }
  }
}
