package dev.messageboard.operator.workflow;

import dev.messageboard.operator.desired.Fingerprint;
import dev.messageboard.operator.status.NewestPods;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the caches keep of the many objects that only tell how the children fare. */
final class Trimmed {

  private Trimmed() {}

  static Pod pod(Pod pod) {
    return new PodBuilder()
        .withMetadata(metadata(pod.getMetadata(), Fingerprint.ANNOTATION))
        .withNewSpec()
        .withNodeName(pod.getSpec().getNodeName())
        .withContainers(pod.getSpec().getContainers().stream().map(Trimmed::container).toList())
        .endSpec()
        .withStatus(TrimmedStatus.of(pod.getStatus()))
        .build();
  }

  static ReplicaSet replicaSet(ReplicaSet set) {
    return new ReplicaSetBuilder()
        .withMetadata(metadata(set.getMetadata(), NewestPods.REVISION))
        .build();
  }

  static PersistentVolumeClaim claim(PersistentVolumeClaim claim) {
    return new PersistentVolumeClaimBuilder().withMetadata(metadata(claim.getMetadata())).build();
  }

  static Node node(Node node) {
    return new NodeBuilder()
        .withNewMetadata()
        .withName(node.getMetadata().getName())
        .withUid(node.getMetadata().getUid())
        .withResourceVersion(node.getMetadata().getResourceVersion())
        .withLabels(node.getMetadata().getLabels())
        .endMetadata()
        .withNewSpec()
        .withUnschedulable(node.getSpec().getUnschedulable())
        .withTaints(node.getSpec().getTaints())
        .endSpec()
        .build();
  }

  private static ObjectMeta metadata(ObjectMeta full, String... annotations) {
    return new ObjectMetaBuilder()
        .withName(full.getName())
        .withNamespace(full.getNamespace())
        .withUid(full.getUid())
        .withResourceVersion(full.getResourceVersion())
        .withLabels(full.getLabels())
        .withAnnotations(only(Set.of(annotations), full.getAnnotations()))
        .withOwnerReferences(full.getOwnerReferences())
        .withCreationTimestamp(full.getCreationTimestamp())
        .withDeletionTimestamp(full.getDeletionTimestamp())
        .build();
  }

  private static Container container(Container full) {
    return new ContainerBuilder().withName(full.getName()).withImage(full.getImage()).build();
  }

  private static Map<String, String> only(Set<String> wanted, Map<String, String> all) {
    var kept = new HashMap<>(all == null ? Map.of() : all);
    kept.keySet().retainAll(wanted);
    return kept;
  }
}
