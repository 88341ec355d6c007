package dev.messageboard.operator.apiserver;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;

/** Plays the kubelets of nodes: a pod is ready as soon as it has one, and takes long to end. */
final class Kubelets implements ResourceEventHandler<Pod>, AutoCloseable {

  private final KubernetesClient client;
  private final SharedIndexInformer<Pod> pods;

  Kubelets(KubernetesClient client) {
    this.client = client;
    this.pods = client.pods().inAnyNamespace().inform(this);
  }

  @Override
  public void onAdd(Pod pod) {
    if (pod.getSpec().getNodeName() != null && pod.getStatus().getStartTime() == null) {
      new Stage(client, pod.getMetadata().getNamespace()).playReady(pod);
    }
  }

  @Override
  public void onUpdate(Pod before, Pod pod) {
    onAdd(pod);
  }

  @Override
  public void onDelete(Pod pod, boolean isUnknown) {
    throw new IllegalStateException("ended: " + pod.getMetadata().getName());
  }

  @Override
  public void close() {
    pods.close();
  }
}
