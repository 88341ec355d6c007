package dev.messageboard.operator.apiserver;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.operator.MessageBoardReconciler;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.database.MovableClock;
import dev.messageboard.operator.platform.BoardMetrics;
import dev.messageboard.operator.platform.Departures;
import dev.messageboard.operator.platform.Election;
import dev.messageboard.operator.platform.EventRecorder;
import dev.messageboard.operator.platform.OperatorLiveness;
import dev.messageboard.operator.platform.PodEvents;
import dev.messageboard.operator.platform.Settings;
import dev.messageboard.operator.platform.TolerantDecoding;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.monitoring.AggregatedMetrics;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.api.reconciler.RetryInfo;
import io.javaoperatorsdk.operator.health.ControllerHealthInfo;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.processing.LifecycleAware;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** An operator in this process with a memory of its own, that dies when a test wants it. */
final class KillableOperator implements AutoCloseable {

  private final KubernetesClient client;
  private final Operator operator;
  private final Looks looks;
  private final MeterRegistry registry;

  private KillableOperator(
      KubernetesClient client, Operator operator, Looks looks, MeterRegistry registry) {
    this.client = client;
    this.operator = operator;
    this.looks = looks;
    this.registry = registry;
  }

  static KillableOperator start(
      Config identity,
      UnaryOperator<ControllerConfigurationOverrider<MessageBoard>> how,
      Interceptor fate) {
    return start(identity, how, fate, Clock.systemUTC());
  }

  /**
   * @param clock what it takes for the time
   */
  static KillableOperator start(
      Config identity,
      UnaryOperator<ControllerConfigurationOverrider<MessageBoard>> how,
      Interceptor fate,
      Clock clock) {
    var client = client(identity, fate);
    var departures = new Departures();
    var looks = new Looks();
    var registry = new SimpleMeterRegistry();
    var operator =
        new Operator(
            configuration ->
                configuration
                    .withKubernetesClient(client)
                    .withMetrics(new AggregatedMetrics(List.of(departures, looks)))
                    .withStopOnInformerErrorDuringStartup(false)
                    .withCacheSyncTimeout(Duration.ofSeconds(3))
                    .withCloseClientOnStop(false)
                    .withReconciliationTerminationTimeout(Duration.ZERO));
    operator.register(reconciler(client, clock, departures, registry), how::apply);
    operator.start();
    return new KillableOperator(client, operator, looks, registry);
  }

  private static KubernetesClient client(Config identity, Interceptor fate) {
    var mapper = new ObjectMapper();
    new TolerantDecoding().customize(mapper);
    return new KubernetesClientBuilder()
        .withConfig(identity)
        .withKubernetesSerialization(new KubernetesSerialization(mapper, true))
        .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("fate", fate))
        .build();
  }

  private static MessageBoardReconciler reconciler(
      KubernetesClient client, Clock clock, Departures departures, MeterRegistry registry) {
    var settings =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(Settings.class)
            .build()
            .getConfigMapping(Settings.class);
    var metrics = new BoardMetrics(registry, departures);
    var election = new Election(client, settings);
    return new MessageBoardReconciler(
        client,
        settings,
        clock,
        new EventRecorder(client, clock),
        metrics,
        new PodEvents(metrics, election),
        election,
        departures);
  }

  /** As the client does where it sees no sense in going on. */
  void endAWatch() {
    operator.getRuntimeInfo().getRegisteredControllers().stream()
        .flatMap(controller -> watches(controller.getControllerHealthInfo()))
        .findFirst()
        .map(LifecycleAware.class::cast)
        .orElseThrow()
        .stop();
  }

  @SuppressWarnings("unchecked") // as the framework has them
  private static Stream<InformerHealthIndicator> watches(ControllerHealthInfo health) {
    return health.informerEventSourceHealthIndicators().values().stream()
        .flatMap(
            source ->
                ((Map<String, InformerHealthIndicator>) source.informerHealthIndicators())
                    .values().stream());
  }

  /** What its probe says when it has been as it is for longer than it is given. */
  boolean isAlive() {
    var clock = new MovableClock();
    var probe = new OperatorLiveness(operator, clock);
    probe.call();
    clock.advance(OperatorLiveness.PATIENCE);
    return probe.call().getStatus() == HealthCheckResponse.Status.UP;
  }

  /** Whether it sees everything that it watches. */
  boolean hearsAll() {
    return operator.getRuntimeInfo().allEventSourcesAreHealthy();
  }

  /** How often it has looked at a board, to the end. */
  int looksAt(String namespace, String board) {
    return looks.finished.getOrDefault(new ResourceID(board, namespace), 0);
  }

  /**
   * How often it has done so when about a second had passed since the look before: because of the
   * time, that is, and with nothing left that had to wait for its second.
   */
  int restedLooksAt(String namespace, String board) {
    return looks.rested.getOrDefault(new ResourceID(board, namespace), 0);
  }

  /** Of how many pods of a component it told that. */
  double podEvents(String component, String event) {
    return registry
        .counter("messageboard.pod.events", "component", component, "event", event)
        .count();
  }

  /** How often that ended with an exception. */
  int failuresAt(String namespace, String board) {
    return looks.failed.getOrDefault(new ResourceID(board, namespace), 0);
  }

  /** Nothing is finished and nothing given back. */
  @Override
  public void close() {
    client.close();
    operator.stop();
  }

  private static final class Looks implements Metrics {

    private static final Duration REST = Duration.ofMillis(900);

    private final Map<ResourceID, Integer> finished = new ConcurrentHashMap<>();
    private final Map<ResourceID, Long> last = new ConcurrentHashMap<>();
    private final Map<ResourceID, Integer> rested = new ConcurrentHashMap<>();
    private final Map<ResourceID, Integer> failed = new ConcurrentHashMap<>();

    @Override
    public void reconciliationSucceeded(HasMetadata board, Map<String, Object> metadata) {
      var id = ResourceID.fromResource(board);
      var now = System.nanoTime();
      var before = last.put(id, now);
      if (before != null && now - before >= REST.toNanos()) {
        rested.merge(id, 1, Integer::sum);
      }
      finished.merge(id, 1, Integer::sum);
    }

    @Override
    public void reconciliationFailed(
        HasMetadata board, RetryInfo retry, Exception cause, Map<String, Object> metadata) {
      failed.merge(ResourceID.fromResource(board), 1, Integer::sum);
    }
  }
}
