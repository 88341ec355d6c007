package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.prometheus.PrometheusRule;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import java.util.List;
import java.util.Map;

/** Alerts about one board, from what the operator says of it. */
public final class DesiredPrometheusRule {

  private DesiredPrometheusRule() {}

  public static PrometheusRule of(MessageBoard board) {
    var rule = new PrometheusRule();
    rule.setMetadata(Child.of(board, Component.BOARD));
    rule.setSpec(
        Map.of(
            "groups",
            List.of(
                Map.of(
                    "name",
                    "messageboard." + board.getMetadata().getName(),
                    "rules",
                    List.of(
                        alert(
                            board,
                            "MessageBoardNotReady",
                            "messageboard_ready",
                            "15m",
                            "warning",
                            "is not Ready; `kubectl describe mb` says why"),
                        alert(
                            board,
                            "MessageBoardDatabaseDown",
                            "messageboard_database_up",
                            "5m",
                            "critical",
                            "does not reach its database; the condition DatabaseReady says why"))))));
    return rule;
  }

  private static Map<String, Object> alert(
      MessageBoard board, String name, String metric, String since, String severity, String tell) {
    var metadata = board.getMetadata();
    var expression =
        "max(%s{namespace=\"%s\",name=\"%s\"}) == 0"
            .formatted(metric, metadata.getNamespace(), metadata.getName());
    var labels =
        Map.of(
            "severity",
            severity,
            "namespace",
            metadata.getNamespace(),
            "board",
            metadata.getName());
    return Map.of(
        "alert",
        name,
        "expr",
        expression,
        "for",
        since,
        "labels",
        labels,
        "annotations",
        Map.of("summary", "Board %s %s".formatted(metadata.getName(), tell)));
  }
}
