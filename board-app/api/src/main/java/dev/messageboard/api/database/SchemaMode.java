package dev.messageboard.api.database;

/** What this process does about the schema. */
public enum SchemaMode {
  /** Brings it up to this code, beside serving. */
  MIGRATE,
  /** Leaves it to somebody else, and serves once it fits. */
  WAIT,
  /** Nothing: the command does. */
  COMMAND
}
