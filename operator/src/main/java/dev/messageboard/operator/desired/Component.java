package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.TierSpec;
import java.util.Locale;

/** The parts of a board; a part's children are named {@code <board>-<part>}. */
public enum Component {
  /** What belongs to the board as a whole: its children carry its name and nothing more. */
  BOARD,
  FRONTEND,
  API,
  /** The Jobs that change the schema. */
  MIGRATION,
  MYSQL,
  CONFIG,
  KEYS,
  DATABASE;

  /** What the spec says of a tier. */
  public TierSpec spec(MessageBoard board) {
    return this == API ? board.getSpec().api() : board.getSpec().frontend();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
