package dev.messageboard.operator.api.v1alpha1;

/** One word for people; programs read the conditions. Spelled as users read it. */
public enum Phase {
  Pending,
  WaitingForDatabase,
  Provisioning,
  Migrating,
  Deploying,
  Running,
  Degraded,
  Paused,
  Failed,
  Deleting
}
