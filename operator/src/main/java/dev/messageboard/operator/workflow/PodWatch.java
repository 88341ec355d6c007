package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.status.PodEvent;
import dev.messageboard.operator.status.PodLife;
import io.fabric8.kubernetes.api.model.Pod;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.time.Instant;
import java.util.function.Consumer;

/** Wakes the board of a pod that changes, and tells what happened to the pod. */
final class PodWatch extends InformerEventSource<Pod, MessageBoard> {

  private final Consumer<PodEvent> listener;
  private final Instant start = Instant.now();

  PodWatch(
      InformerEventSourceConfiguration<Pod> configuration,
      EventSourceContext<MessageBoard> context,
      Consumer<PodEvent> listener) {
    super(configuration, context);
    this.listener = listener;
  }

  /** Those that were there before this process are no news. */
  @Override
  public void onAdd(Pod pod) {
    if (!Instant.parse(pod.getMetadata().getCreationTimestamp()).isBefore(start)) {
      listener.accept(PodLife.created(pod));
    }
    super.onAdd(pod);
  }

  @Override
  public void onUpdate(Pod before, Pod after) {
    PodLife.changed(before, after).forEach(listener);
    super.onUpdate(before, after);
  }

  @Override
  public synchronized void onDelete(Pod pod, boolean isStateUnknown) {
    listener.accept(PodLife.deleted(pod));
    super.onDelete(pod, isStateUnknown);
  }
}
