package dev.messageboard.api.message;

import java.util.Optional;

/** Which page of the list is wanted. At most one of {@code before} and {@code after} is there. */
record PageRequest(int limit, Scope scope, Optional<Cursor> before, Optional<Cursor> after) {

  static final int DEFAULT_LIMIT = 20;
  static final int MAX_LIMIT = 100;

  boolean isFirst() {
    return before.isEmpty() && after.isEmpty();
  }
}
