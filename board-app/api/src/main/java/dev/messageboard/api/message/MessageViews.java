package dev.messageboard.api.message;

import dev.messageboard.api.board.BoardKeys;
import dev.messageboard.api.board.BoardSettings;
import dev.messageboard.api.board.Markup;
import dev.messageboard.api.markup.Markdown;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows rows as the board is set up to. */
@ApplicationScoped
public class MessageViews {

  private final BoardSettings settings;
  private final BoardKeys keys;
  private final Markdown markdown;

  MessageViews(BoardSettings settings, BoardKeys keys, Markdown markdown) {
    this.settings = settings;
    this.keys = keys;
    this.markdown = markdown;
  }

  public MessageView of(Message message) {
    return of(MessageRow.of(message));
  }

  private MessageView of(MessageRow row) {
    return new MessageView(
        String.valueOf(row.id()),
        row.author(),
        row.body(),
        html(row.body()),
        row.createdAt(),
        row.editedAt(),
        row.parentId() == null ? null : String.valueOf(row.parentId()),
        row.replyCount(),
        row.state() == MessageState.DELETED,
        row.pinned(),
        row.reactions().given());
  }

  /** Null on boards of plain text. */
  public String html(String body) {
    return settings.markup() == Markup.MARKDOWN ? markdown.html(body) : null;
  }

  MessagePage page(PageEnds ends) {
    return new MessagePage(
        ends.shown().stream().map(this::of).toList(),
        ends.next().map(cursor -> cursor.encoded(keys.cursor())).orElse(null),
        ends.prev().encoded(keys.cursor()));
  }
}
