package dev.messageboard.operator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.status.PodEvent;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of several operators that see the same pods one counts them. */
class PodEventsTest {

  private static final PodEvent FAILED =
      new PodEvent("boards", "team", "api", "team-api-1", "failed", "OOMKilled");

  private final KubernetesClient client = new KubernetesClientBuilder().build();
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final Election election = new Election(client, settings());
  private final PodEvents events =
      new PodEvents(new BoardMetrics(registry, new Departures()), election);

  @AfterEach
  void closeTheClient() {
    client.close();
  }

  @Test
  void anOperatorWithoutAnElectionCountsThem() {
    events.accept(FAILED);
    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void oneThatStandsByCountsThemOnceItIsElected() {
    var callbacks = election.configuration().getLeaderCallbacks().orElseThrow();
    events.accept(FAILED);
    assertThat(counted()).isZero();
    callbacks.onStartLeading();
    events.accept(FAILED);
    assertThat(counted()).isEqualTo(1);
  }

  private double counted() {
    return registry
        .counter("messageboard.pod.events", "component", "api", "event", "failed")
        .count();
  }

  private static Settings settings() {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(Settings.class)
        .build()
        .getConfigMapping(Settings.class);
  }
}
