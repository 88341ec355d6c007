package dev.messageboard.api.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.messageboard.api.message.Message;
import dev.messageboard.api.message.MessageState;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * One message in an export, and what an import takes. Edit tokens and clients stay behind: they
 * belong to the board, not to the messages.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Line(
    String id,
    String parentId,
    String author,
    String body,
    String state,
    boolean pinned,
    Instant createdAt,
    Instant editedAt,
    Map<String, Integer> reactions) {

  static Line of(Message row) {
    return new Line(
        String.valueOf(row.id),
        row.parentId == null ? null : String.valueOf(row.parentId),
        row.author,
        row.body,
        row.state.name().toLowerCase(Locale.ROOT),
        row.pinned,
        row.createdAt,
        row.editedAt,
        row.reactions.given());
  }

  long number() {
    return Long.parseLong(id);
  }

  boolean isVisibleReply() {
    return parentId != null && messageState() == MessageState.VISIBLE;
  }

  MessageState messageState() {
    return state == null
        ? MessageState.VISIBLE
        : MessageState.valueOf(state.toUpperCase(Locale.ROOT));
  }
}
