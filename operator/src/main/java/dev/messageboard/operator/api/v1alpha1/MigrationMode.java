package dev.messageboard.operator.api.v1alpha1;

/** Who changes the schema. */
public enum MigrationMode {
  Job,
  Disabled
}
