package dev.messageboard.operator.workflow;

import dev.messageboard.operator.desired.Names;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;

/**
 * A field that its only owner leaves out of an apply falls back to its default, which for replicas
 * is 1. So another field manager gets it before we let go; the autoscaler takes it from there.
 */
final class ReplicaHandOver {

  static final String HOLDER = Names.FIELD_MANAGER + "-autoscaling";

  private static final int CONFLICT = 409;

  private ReplicaHandOver() {}

  /** Guarded by the resourceVersion: a count that was changed meanwhile is not changed back. */
  static void of(Deployment live, int fewest, KubernetesClient client) {
    if (!isOurs(live)) {
      return;
    }
    try {
      apply(live, fewest, client);
    } catch (KubernetesClientException e) {
      if (e.getCode() != CONFLICT) {
        throw e;
      }
      apply(client.resource(live).require(), fewest, client);
    }
  }

  private static void apply(Deployment live, int fewest, KubernetesClient client) {
    var count =
        new DeploymentBuilder()
            .withNewMetadata()
            .withName(live.getMetadata().getName())
            .withNamespace(live.getMetadata().getNamespace())
            .withResourceVersion(live.getMetadata().getResourceVersion())
            .endMetadata()
            .withNewSpec()
            .withReplicas(Math.max(live.getSpec().getReplicas(), fewest))
            .endSpec()
            .build();
    client
        .resource(count)
        .patch(
            new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(HOLDER)
                .withForce(true)
                .build());
  }

  static boolean isOurs(Deployment live) {
    return live.getMetadata().getManagedFields().stream()
        .filter(entry -> Names.FIELD_MANAGER.equals(entry.getManager()))
        .filter(entry -> "Apply".equals(entry.getOperation()))
        .anyMatch(ReplicaHandOver::hasReplicas);
  }

  private static boolean hasReplicas(ManagedFieldsEntry entry) {
    return entry.getFieldsV1().getAdditionalProperties().get("f:spec") instanceof Map<?, ?> spec
        && spec.containsKey("f:replicas");
  }
}
