package dev.messageboard.operator.platform;

import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells who keeps something for a board that the board is gone; the framework tells it us here. */
@Singleton
@Typed(Departures.class)
public class Departures implements Metrics {

  private final List<Consumer<ResourceID>> listeners = new CopyOnWriteArrayList<>();

  /** Every board that goes from now on. */
  public void listen(Consumer<ResourceID> listener) {
    listeners.add(listener);
  }

  @Override
  public void cleanupDone(ResourceID board, Map<String, Object> metadata) {
    listeners.forEach(listener -> listener.accept(board));
  }
}
