package dev.messageboard.operator.e2e;

import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Every state of a Deployment's count of pods from now on: asked for, ready (what a disruption
 * budget guards), available (ready for {@code minReadySeconds}), held by whom.
 */
final class ScaleWatch implements ResourceEventHandler<Deployment>, AutoCloseable {

  /** What one look at the Deployment showed. */
  record Look(int asked, int ready, int available, List<String> holders) {}

  private final Queue<Look> looks = new ConcurrentLinkedQueue<>();
  private final SharedIndexInformer<Deployment> informer;

  ScaleWatch(KubernetesClient client, String namespace, String name) {
    this.informer = client.apps().deployments().inNamespace(namespace).withName(name).inform(this);
  }

  List<Look> looks() {
    return List.copyOf(looks);
  }

  @Override
  public void onAdd(Deployment seen) {
    var status = seen.getStatus();
    looks.add(
        new Look(
            seen.getSpec().getReplicas(),
            Objects.requireNonNullElse(status.getReadyReplicas(), 0),
            Objects.requireNonNullElse(status.getAvailableReplicas(), 0),
            holders(seen)));
  }

  @Override
  public void onUpdate(Deployment before, Deployment seen) {
    onAdd(seen);
  }

  @Override
  public void onDelete(Deployment seen, boolean isUnknown) {
    throw new IllegalStateException("deleted: " + seen.getMetadata().getName());
  }

  private static List<String> holders(Deployment seen) {
    return seen.getMetadata().getManagedFields().stream()
        .filter(
            entry ->
                entry.getFieldsV1().getAdditionalProperties().get("f:spec") instanceof Map<?, ?> m
                    && m.containsKey("f:replicas"))
        .map(ManagedFieldsEntry::getManager)
        .toList();
  }

  @Override
  public void close() {
    informer.close();
  }
}
