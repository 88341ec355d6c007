package dev.messageboard.api.board;

/** Whether messages are taken, and whether they are shown at once. */
public enum Posting {
  OPEN,
  MODERATED,
  CLOSED
}
