package dev.messageboard.operator.apiserver;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Stands in for controllers and kubelets that make workloads ready as soon as they are asked. */
final class ReadyAtOnce implements AutoCloseable {

  private final List<Watch> watches = new ArrayList<>();

  ReadyAtOnce(KubernetesClient client, String namespace, Stage stage) {
    var apps = client.apps();
    watches.add(apps.deployments().inNamespace(namespace).watch(each(stage::playRolledOut)));
    watches.add(
        apps.statefulSets().inNamespace(namespace).watch(each(stage::playMysqlReadyOnItsVolume)));
  }

  /**
   * Jobs, too.
   *
   * @param migrate does what the pod of such a Job would
   */
  ReadyAtOnce(KubernetesClient client, String namespace, Stage stage, Consumer<Job> migrate) {
    this(client, namespace, stage);
    var jobs = new JobStage(client, namespace);
    Consumer<Job> done = job -> jobs.playDone(job, "", "1");
    watches.add(
        client.batch().v1().jobs().inNamespace(namespace).watch(each(migrate.andThen(done))));
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
    if (object instanceof Job) {
      return true;
    }
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
