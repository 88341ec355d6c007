package dev.messageboard.api.admin;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** One page of anything, newest first; {@code next} is the id to go on before, or null. */
public record AdminPage<T>(List<T> items, String next) {

  /** {@code rows} holds one row more than the page if there are more. */
  static <R, T> AdminPage<T> of(
      List<R> rows, int limit, ToLongFunction<R> id, Function<R, T> view) {
    boolean more = rows.size() > limit;
    List<R> shown = more ? rows.subList(0, limit) : rows;
    String next = more ? String.valueOf(id.applyAsLong(shown.get(limit - 1))) : null;
    return new AdminPage<>(shown.stream().map(view).toList(), next);
  }
}
