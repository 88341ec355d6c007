package dev.messageboard.operator.desired;

import java.util.Locale;

/** The parts of a board; a part's children are named {@code <board>-<part>}. */
public enum Component {
  FRONTEND,
  API,
  MYSQL,
  CONFIG,
  DATABASE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
