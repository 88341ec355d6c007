package dev.messageboard.api.stream;

import dev.messageboard.api.message.Message;

/** One event: what it is called, what it carries as JSON, and where it stands. */
record Change(String name, String data, Position position) {

  /** What can no longer be seen is deleted for those who listen, whatever moderators call it. */
  static Change of(Message row, String view) {
    Position position = new Position(row.changedAt, row.id);
    if (!row.listed) {
      return new Change("deleted", "{\"id\":\"" + row.id + "\"}", position);
    }
    boolean fresh = row.version == 1 && row.activity == 0;
    return new Change(fresh ? "created" : "updated", view, position);
  }

  /** {@code ready} at the start; {@code reset} for who missed too much and has to load anew. */
  static Change named(String name, Position position) {
    return new Change(name, "{}", position);
  }
}
