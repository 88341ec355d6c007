package dev.messageboard.operator.apiserver;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every count of pods that a Deployment was asked for, in order and without repetitions. */
final class ReplicaWatch implements Watcher<Deployment>, AutoCloseable {

  private final List<Integer> counts = new CopyOnWriteArrayList<>();
  private final Watch watch;

  ReplicaWatch(KubernetesClient client, String namespace, String name) {
    this.watch = client.apps().deployments().inNamespace(namespace).withName(name).watch(this);
  }

  List<Integer> counts() {
    return List.copyOf(counts);
  }

  @Override
  public void eventReceived(Action action, Deployment seen) {
    var count = seen.getSpec().getReplicas();
    if (counts.isEmpty() || !count.equals(counts.get(counts.size() - 1))) {
      counts.add(count);
    }
  }

  @Override
  public void onClose(WatcherException cause) {
    counts.add(-1);
  }

  @Override
  public void close() {
    watch.close();
  }
}
