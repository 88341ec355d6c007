package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Names;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Optional;

/** Whose an object is. Labels prove nothing: anybody can write them. */
final class Ownership {

  private Ownership() {}

  /** Without a controller it is ours if we applied it: somebody took our reference away. */
  static boolean isOurs(HasMetadata object, MessageBoard board) {
    return controller(object)
        .map(owner -> owner.getUid().equals(board.getMetadata().getUid()))
        .orElseGet(() -> isAppliedByUs(object));
  }

  static Optional<OwnerReference> controller(HasMetadata object) {
    return object.getMetadata().getOwnerReferences().stream()
        .filter(owner -> Boolean.TRUE.equals(owner.getController()))
        .findFirst();
  }

  private static boolean isAppliedByUs(HasMetadata object) {
    return object.getMetadata().getManagedFields().stream()
        .anyMatch(
            entry ->
                Names.FIELD_MANAGER.equals(entry.getManager())
                    && "Apply".equals(entry.getOperation()));
  }
}
