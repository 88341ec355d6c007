package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.prometheus.ServiceMonitor;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import java.util.List;
import java.util.Map;

/** The management port is not in the API's Service: it is found by its name among the pod's. */
public final class DesiredServiceMonitor {

  private DesiredServiceMonitor() {}

  public static ServiceMonitor of(MessageBoard board) {
    var monitor = new ServiceMonitor();
    monitor.setMetadata(Child.of(board, Component.BOARD));
    monitor.setSpec(
        Map.of(
            "selector",
            Map.of("matchLabels", Labels.selector(board, Component.API)),
            "endpoints",
            List.of(
                Map.of("targetPort", Names.MANAGEMENT, "path", "/q/metrics", "interval", "30s"))));
    return monitor;
  }
}
