package dev.messageboard.api.message;

import dev.messageboard.api.board.BoardKeys;
import dev.messageboard.api.problem.QueryParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads which page is wanted from the query parameters. */
@ApplicationScoped
class PageRequests {

  private final BoardKeys keys;

  PageRequests(BoardKeys keys) {
    this.keys = keys;
  }

  PageRequest of(QueryParameters query) {
    Optional<Cursor> before = cursor(query, "before", "next");
    Optional<Cursor> after = cursor(query, "after", "prev");
    if (before.isPresent() && after.isPresent()) {
      throw QueryParameters.refuse("after", "conflict", "Give `before` or `after`, not both.");
    }
    return new PageRequest(
        query.number("limit", 1, PageRequest.MAX_LIMIT, PageRequest.DEFAULT_LIMIT),
        query.single("parent").map(PageRequests::scope).orElse(Scope.ALL),
        before,
        after);
  }

  private Optional<Cursor> cursor(QueryParameters query, String name, String source) {
    return query
        .single(name)
        .map(text -> Cursor.decoded(text, keys.cursor()).orElseThrow(() -> notOurs(name, source)));
  }

  private static RuntimeException notOurs(String name, String source) {
    return QueryParameters.refuse(
        name, "invalid-cursor", "Take the cursor from `" + source + "` of a page.");
  }

  private static Scope scope(String parent) {
    return Scope.of(parent)
        .orElseThrow(
            () -> QueryParameters.refuse("parent", "invalid-id", "A message's id, or `none`."));
  }
}
