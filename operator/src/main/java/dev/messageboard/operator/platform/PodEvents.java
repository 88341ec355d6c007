package dev.messageboard.operator.platform;

import dev.messageboard.operator.status.PodEvent;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Every operator watches the pods; the one that works tells what happens to them. */
@Singleton
public class PodEvents implements Consumer<PodEvent> {

  private final BoardMetrics metrics;
  private final Election election;

  public PodEvents(BoardMetrics metrics, Election election) {
    this.metrics = metrics;
    this.election = election;
  }

  @Override
  public void accept(PodEvent pod) {
    if (election.leads()) {
      metrics.count(pod);
    }
  }
}
