package dev.messageboard.api.board;

/** How a message's text is shown. */
public enum Markup {
  PLAIN,
  MARKDOWN
}
