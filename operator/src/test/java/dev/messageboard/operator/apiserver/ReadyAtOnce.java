package dev.messageboard.operator.apiserver;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.List;
import java.util.function.Consumer;

/** Stands in for controllers and kubelets that make workloads ready as soon as they are asked. */
final class ReadyAtOnce implements AutoCloseable {

  private final List<Watch> watches;

  ReadyAtOnce(KubernetesClient client, String namespace, Stage stage) {
    var apps = client.apps();
    watches =
        List.of(
            apps.deployments().inNamespace(namespace).watch(each(stage::playRolledOut)),
            apps.statefulSets()
                .inNamespace(namespace)
                .watch(each(stage::playMysqlReadyOnItsVolume)));
  }

  private static <R extends HasMetadata> Watcher<R> each(Consumer<R> play) {
    return new Watcher<>() {
      @Override
      public void eventReceived(Action action, R object) {
        if (action == Action.ADDED || action == Action.MODIFIED && !isTakenUp(object)) {
          play.accept(object);
        }
      }

      @Override
      public void onClose(WatcherException cause) {}
    };
  }

  private static boolean isTakenUp(HasMetadata object) {
    Long observed = null;
    if (object instanceof Deployment deployment) {
      observed = deployment.getStatus().getObservedGeneration();
    } else if (object instanceof StatefulSet set) {
      observed = set.getStatus().getObservedGeneration();
    }
    return object.getMetadata().getGeneration().equals(observed);
  }

  @Override
  public void close() {
    watches.forEach(Watch::close);
  }
}
