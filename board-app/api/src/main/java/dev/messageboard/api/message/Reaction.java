package dev.messageboard.api.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a reader may answer without words. The column holds the ordinal: never reorder. */
public enum Reaction {
  LIKE,
  HEART,
  LAUGH,
  SURPRISED,
  SAD,
  THANKS;

  /** The name in paths and documents. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Reaction> of(String slug) {
    return Arrays.stream(values()).filter(reaction -> reaction.slug().equals(slug)).findFirst();
  }
}
