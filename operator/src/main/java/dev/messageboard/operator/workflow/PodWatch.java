package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.status.PodEvent;
import dev.messageboard.operator.status.PodLife;
import io.fabric8.kubernetes.api.model.Pod;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Wakes the board of a pod that changes, and tells what happened to the pod if the board is one
 * that this operator keeps: with a selector the pods of all others are seen, too.
 */
final class PodWatch extends InformerEventSource<Pod, MessageBoard> {

  private final Consumer<PodEvent> listener;
  private final IndexerResourceCache<MessageBoard> boards;
  private final Instant start = Instant.now();

  PodWatch(
      InformerEventSourceConfiguration<Pod> configuration,
      EventSourceContext<MessageBoard> context,
      Consumer<PodEvent> listener) {
    super(configuration, context);
    this.listener = listener;
    this.boards = context.getPrimaryCache();
  }

  /** Those that were there before this process are no news. */
  @Override
  public void onAdd(Pod pod) {
    if (!Instant.parse(pod.getMetadata().getCreationTimestamp()).isBefore(start)) {
      tell(PodLife.created(pod));
    }
    super.onAdd(pod);
  }

  @Override
  public void onUpdate(Pod before, Pod after) {
    PodLife.changed(before, after).forEach(this::tell);
    super.onUpdate(before, after);
  }

  @Override
  public synchronized void onDelete(Pod pod, boolean isStateUnknown) {
    tell(PodLife.deleted(pod));
    super.onDelete(pod, isStateUnknown);
  }

  private void tell(PodEvent event) {
    if (boards.get(new ResourceID(event.board(), event.namespace())).isPresent()) {
      listener.accept(event);
    }
  }
}
