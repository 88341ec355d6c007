package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.Names;
import java.util.Optional;

/** A claim that somebody deleted stays as long as the pod that uses it, and no longer. */
final class VolumeTerminating {

  static final String REASON = "VolumeTerminating";

  private VolumeTerminating() {}

  static Optional<Problem> in(BoardObservation seen) {
    return seen.volume()
        .filter(claim -> claim.getMetadata().getDeletionTimestamp() != null)
        .map(
            claim ->
                new Problem(
                    REASON,
                    "the volume of the embedded database is being deleted (PersistentVolumeClaim %s): what is in it will be lost when its pod ends; dump it before"
                        .formatted(Names.volume(seen.board()))));
  }
}
