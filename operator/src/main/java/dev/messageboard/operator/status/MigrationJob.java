package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MigrationState;
import dev.messageboard.operator.api.v1alpha1.MigrationStatus;
import java.util.Optional;

/**
 * A Job that changes the schema, as it and its pods tell.
 *
 * @param target what it is for
 * @param isLeaving it was deleted and is not gone yet
 * @param failure why the last attempt, or all of them, failed
 */
public record MigrationJob(
    String uid,
    String name,
    String target,
    boolean isLeaving,
    MigrationStatus told,
    Optional<Problem> failure) {

  public boolean is(MigrationState state) {
    return told.state() == state;
  }

  /** The database was found older than this Job left it: it was restored, or made anew. */
  public boolean isUndoneIn(Optional<String> history) {
    return told.toVersion() != null
        && history
            .map(found -> SchemaVersion.of(found).compareTo(SchemaVersion.of(told.toVersion())) < 0)
            .orElse(true);
  }

  boolean isSurpassedIn(Optional<String> history) {
    return told.toVersion() != null
        && history
            .filter(
                found -> SchemaVersion.of(found).compareTo(SchemaVersion.of(told.toVersion())) > 0)
            .isPresent();
  }
}
