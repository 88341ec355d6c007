package dev.messageboard.operator.api.v1alpha1;

/** How far the schema is on its way. */
public enum MigrationState {
  Running,
  Complete,
  Failed
}
