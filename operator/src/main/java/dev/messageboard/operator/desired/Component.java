package dev.messageboard.operator.desired;

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

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
