package dev.messageboard.operator.workflow;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;

/** What the caches keep of the many objects that only tell how the children fare. */
final class Trimmed {

  private Trimmed() {}

  static Pod pod(Pod pod) {
    return new PodBuilder()
        .withMetadata(metadata(pod.getMetadata()))
        .withNewSpec()
        .withNodeName(pod.getSpec().getNodeName())
        .withContainers(pod.getSpec().getContainers().stream().map(Trimmed::container).toList())
        .endSpec()
        .withStatus(pod.getStatus() == null ? new PodStatus() : status(pod.getStatus()))
        .build();
  }

  static ReplicaSet replicaSet(ReplicaSet set) {
    return new ReplicaSetBuilder().withMetadata(metadata(set.getMetadata())).build();
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

  private static ObjectMeta metadata(ObjectMeta full) {
    return new ObjectMetaBuilder()
        .withName(full.getName())
        .withNamespace(full.getNamespace())
        .withUid(full.getUid())
        .withResourceVersion(full.getResourceVersion())
        .withLabels(full.getLabels())
        .withAnnotations(full.getAnnotations())
        .withOwnerReferences(full.getOwnerReferences())
        .withCreationTimestamp(full.getCreationTimestamp())
        .withDeletionTimestamp(full.getDeletionTimestamp())
        .build();
  }

  private static Container container(Container full) {
    return new ContainerBuilder().withName(full.getName()).withImage(full.getImage()).build();
  }

  private static PodStatus status(PodStatus full) {
    return new PodStatusBuilder()
        .withPhase(full.getPhase())
        .withReason(full.getReason())
        .withMessage(full.getMessage())
        .withConditions(full.getConditions())
        .withContainerStatuses(full.getContainerStatuses())
        .withInitContainerStatuses(full.getInitContainerStatuses())
        .build();
  }
}
