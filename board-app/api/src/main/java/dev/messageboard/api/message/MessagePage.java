package dev.messageboard.api.message;

import java.util.List;

/**
 * One page, newest first; {@code next} is the cursor of the next older page, or null on the last.
 */
public record MessagePage(List<MessageView> items, String next) {

  /** {@code rows} holds one row more than the page if there is an older page. */
  static MessagePage of(List<Message> rows, int limit) {
    boolean more = rows.size() > limit;
    List<Message> shown = more ? rows.subList(0, limit) : rows;
    String next = more ? new Cursor(shown.get(limit - 1).id).encoded() : null;
    return new MessagePage(shown.stream().map(MessageView::of).toList(), next);
  }
}
