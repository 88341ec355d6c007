package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.platform.BoardMetrics;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** The life of a board's pods, in the log and in figures. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class PodLifeApiServerTest extends BoardsOnApiServer {

  private static final List<String> EVENTS = List.of("created", "ready", "failed", "deleted");
  private static final String READY =
      "{phase: Running, conditions: [{type: Ready, status: 'True'}]}";
  private static final String CRASHED =
      """
      {phase: Running, conditions: [{type: Ready, status: 'False'}], containerStatuses: [
        {name: api, image: api, imageID: api, ready: false, restartCount: 2,
         state: {waiting: {reason: CrashLoopBackOff, message: back-off}}}]}
      """;

  @Inject MeterRegistry registry;

  private final Logger logger = Logger.getLogger(BoardMetrics.class.getName());
  private final Lines lines = new Lines();

  @BeforeEach
  void listen() {
    logger.addHandler(lines);
  }

  @AfterEach
  void listenNoMore() {
    logger.removeHandler(lines);
  }

  @Test
  void isToldInALineAndCountedFromItsCreationToItsEnd() {
    var name = readyBoard(EMBEDDED);
    var before = counts();
    var line = "pod event=%s reason=%s namespace=%s board=%s component=api pod=%s-api-1";
    var pod = client.pods().inNamespace(namespace).withName(name + "-api-1");
    pod.editStatus(live -> with(READY, live));
    pod.editStatus(live -> with(CRASHED, live));
    pod.withGracePeriod(0).delete();
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(lines.of(name))
                    .containsExactly(
                        line.formatted("created", "Created", namespace, name, name),
                        line.formatted("ready", "Ready", namespace, name, name),
                        line.formatted("failed", "CrashLoopBackOff", namespace, name, name),
                        line.formatted("deleted", "CrashLoopBackOff", namespace, name, name)));
    var after = counts();
    assertThat(EVENTS.stream().map(event -> after.get(event) - before.get(event)))
        .as("ready, failed and deleted; created was counted before")
        .containsExactly(0.0, 1.0, 1.0, 1.0);
  }

  private Map<String, Double> counts() {
    return EVENTS.stream()
        .collect(
            Collectors.toMap(
                event -> event,
                event ->
                    registry
                        .counter("messageboard.pod.events", "component", "api", "event", event)
                        .count()));
  }

  private static Pod with(String status, Pod live) {
    var pod = Serialization.clone(live);
    var told = Serialization.unmarshal("status: " + status.strip(), Pod.class);
    pod.setStatus(told.getStatus());
    return pod;
  }

  private static final class Lines extends Handler {

    private final PatternFormatter formatter = new PatternFormatter("%m");
    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    Stream<String> of(String board) {
      return told.stream().filter(line -> line.contains(" board=" + board + " "));
    }

    @Override
    public void publish(LogRecord line) {
      told.add(formatter.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
