package dev.messageboard.api.message;

import java.util.List;
import java.util.Optional;

/** Where the pages before and after a page begin. Pure. */
record PageEnds(List<MessageRow> shown, Optional<Cursor> next, Cursor prev) {

  private static final Cursor BEFORE_THE_FIRST = new Cursor(0);

  /** {@code rows} come in the query's order, with one more than asked for if there are more. */
  static PageEnds of(List<MessageRow> rows, PageRequest request) {
    boolean more = rows.size() > request.limit();
    List<MessageRow> taken = more ? rows.subList(0, request.limit()) : rows;
    return request.after().isPresent()
        ? newer(reversed(taken), request.after().get())
        : older(taken, more, request.before().orElse(BEFORE_THE_FIRST));
  }

  private static PageEnds older(List<MessageRow> shown, boolean more, Cursor asked) {
    Optional<Cursor> next = more ? Optional.of(oldest(shown)) : Optional.empty();
    return new PageEnds(shown, next, shown.isEmpty() ? asked : newest(shown));
  }

  /** The place asked from is itself older, unless it is the very beginning. */
  private static PageEnds newer(List<MessageRow> shown, Cursor asked) {
    if (shown.isEmpty()) {
      return new PageEnds(shown, Optional.of(asked).filter(cursor -> cursor.id() > 0), asked);
    }
    Optional<Cursor> next =
        Optional.of(oldest(shown)).filter(cursor -> !asked.equals(BEFORE_THE_FIRST));
    return new PageEnds(shown, next, newest(shown));
  }

  private static Cursor newest(List<MessageRow> shown) {
    return new Cursor(shown.get(0).id());
  }

  private static Cursor oldest(List<MessageRow> shown) {
    return new Cursor(shown.get(shown.size() - 1).id());
  }

  private static List<MessageRow> reversed(List<MessageRow> rows) {
    return java.util.stream.IntStream.range(0, rows.size())
        .mapToObj(i -> rows.get(rows.size() - 1 - i))
        .toList();
  }
}
