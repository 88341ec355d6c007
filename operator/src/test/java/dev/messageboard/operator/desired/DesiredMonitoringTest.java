package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesiredMonitoringTest {

  @Test
  void theApisManagementPortIsScraped() {
    var monitor = Serialization.asJson(DesiredServiceMonitor.of(Boards.embedded()));
    assertThat(monitor)
        .contains("\"app.kubernetes.io/component\":\"api\"")
        .contains("\"path\":\"/q/metrics\"")
        .contains("\"targetPort\":\"management\"");
  }

  /** The same file goes through promtool in deploy/monitoring/tests/of-one-board.yaml. */
  @Test
  void theAlertsAreThoseThatPrometheusIsTriedWith() throws IOException {
    try (var tried = getClass().getResourceAsStream("/board.rules.yaml")) {
      assertThat(DesiredPrometheusRule.of(Boards.embedded()).getSpec())
          .isEqualTo(Serialization.unmarshal(tried, Map.class));
    }
  }

  @Test
  void theAlertsAreAboutThisBoardOnly() {
    var other = Boards.embedded();
    other.getMetadata().setName("other");
    assertThat(Serialization.asJson(DesiredPrometheusRule.of(other)))
        .contains("{namespace=\\\"boards\\\",name=\\\"other\\\"}")
        .doesNotContain("team");
  }
}
