package dev.messageboard.operator.workflow;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.io.Serial;

/** An object of a child's name belongs to somebody else, and stays his. */
class NameConflictException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  NameConflictException(HasMetadata foreign) {
    super(
        "%s %s exists and belongs to %s: delete or rename it, or give the board another name"
            .formatted(
                foreign.getKind(),
                foreign.getMetadata().getName(),
                Ownership.controller(foreign)
                    .map(NameConflictException::described)
                    .orElse("somebody else")));
  }

  private static String described(OwnerReference owner) {
    return "%s %s (uid %s)".formatted(owner.getKind(), owner.getName(), owner.getUid());
  }
}
