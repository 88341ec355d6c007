package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
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

  @Test
  void theAlertsAreAboutThisBoardOnly() {
    var rule = Serialization.asJson(DesiredPrometheusRule.of(Boards.embedded()));
    assertThat(rule)
        .contains("max(messageboard_ready{namespace=\\\"boards\\\",name=\\\"team\\\"}) == 0")
        .contains("max(messageboard_database_up{namespace=\\\"boards\\\",name=\\\"team\\\"}) == 0");
  }
}
