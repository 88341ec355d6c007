package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.Names;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Optional;

/**
 * A board as it is seen at one moment.
 *
 * @param objects its children, and what their controllers make of them
 */
public record BoardObservation(
    MessageBoard board, List<HasMetadata> objects, DatabaseSeen database, Findings findings) {

  /** The board's own object of this kind for this part. */
  public <R extends HasMetadata> Optional<R> child(Class<R> kind, Component component) {
    return named(kind, Names.of(board, component));
  }

  private <R extends HasMetadata> Optional<R> named(Class<R> kind, String name) {
    return all(kind).stream()
        .filter(object -> name.equals(object.getMetadata().getName()))
        .findFirst();
  }

  /** All of this kind, children or made of children. */
  public <R extends HasMetadata> List<R> all(Class<R> kind) {
    return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  Optional<Deployment> deployment(Component tier) {
    return child(Deployment.class, tier);
  }

  Optional<StatefulSet> mysql() {
    return child(StatefulSet.class, Component.MYSQL);
  }

  /** Of the embedded database. */
  Optional<PersistentVolumeClaim> volume() {
    return named(PersistentVolumeClaim.class, Names.volume(board));
  }

  boolean isEmbedded() {
    return board.getSpec().database().embedded() != null;
  }
}
