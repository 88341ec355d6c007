package dev.messageboard.api.pod;

import static dev.messageboard.api.mysql.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.api.mysql.NeedsMySql;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** OpenTelemetry is there for who asks for it; a receiver on loopback counts what it gets. */
@NeedsMySql
class TracesIT {

  private final Caller caller = new Caller();

  /** A receiver is named and a trace would leave at once: only the switch is off. */
  @Test
  void nothingLeavesUnlessItIsAskedFor() throws Exception {
    try (TraceReceiver receiver = new TraceReceiver();
        Replicas board = new Replicas("untraced", settings(receiver, Map.of()))) {
      Pod pod = board.start();
      assertThat(caller.get(pod, "/messages").statusCode()).isEqualTo(200);
      pod.terminate();
      pod.exitCode();

      assertThat(receiver.connections()).isZero();
    }
  }

  @Test
  void whatIsAskedForHasTheTraceIdThatTheProblemNames() throws Exception {
    try (TraceReceiver receiver = new TraceReceiver();
        Replicas board =
            new Replicas(
                "traced", settings(receiver, Map.of("QUARKUS_OTEL_SDK_DISABLED", "false")))) {
      Pod pod = board.start();
      String problem = caller.get(pod, "/messages/999999").body();
      String traceId = new ObjectMapper().readTree(problem).get("traceId").asText();

      await().until(() -> receiver.got(HexFormat.of().parseHex(traceId)));
    }
  }

  private static Map<String, String> settings(TraceReceiver receiver, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint());
    settings.put("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "10MS");
    settings.put("QUARKUS_SHUTDOWN_DELAY", "0S");
    return settings;
  }
}
