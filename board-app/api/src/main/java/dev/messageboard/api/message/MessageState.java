package dev.messageboard.api.message;

/** Where a message stands. The column holds the ordinal: never reorder. */
public enum MessageState {
  VISIBLE,
  /** Waits for a moderator. */
  PENDING,
  /** Taken down by a moderator or by many reports; can be restored. */
  HIDDEN,
  /** Its text is gone; what is left of it goes later. */
  DELETED
}
