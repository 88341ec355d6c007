package dev.messageboard.api.message;

import java.util.Optional;

/** Which messages a list is about: all of them, those that start a thread, or one's replies. */
record Scope(Kind kind, long root) {

  static final Scope ALL = new Scope(Kind.ALL, 0);
  static final Scope ROOTS = new Scope(Kind.ROOTS, 0);

  enum Kind {
    ALL,
    ROOTS,
    REPLIES
  }

  /** Reads the parameter {@code parent}: an id or "none"; ids nobody has lead to an empty list. */
  static Optional<Scope> of(String parent) {
    if (parent.equals("none")) {
      return Optional.of(ROOTS);
    }
    return parent.matches("[1-9][0-9]{0,17}")
        ? Optional.of(new Scope(Kind.REPLIES, Long.parseLong(parent)))
        : Optional.empty();
  }

  /** The parameter again. */
  Optional<String> parameter() {
    return switch (kind) {
      case ALL -> Optional.empty();
      case ROOTS -> Optional.of("none");
      case REPLIES -> Optional.of(String.valueOf(root));
    };
  }
}
