package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.prometheus.PrometheusRule;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Alerts about one board, from what the operator says of it, with the labels of those of all. */
public final class DesiredPrometheusRule {

  private static final String RUNBOOKS =
      "https://github.com/example/messageboard/blob/main/deploy/monitoring/runbooks.md#";

  private DesiredPrometheusRule() {}

  public static PrometheusRule of(MessageBoard board) {
    var name = board.getMetadata().getName();
    var rule = new PrometheusRule();
    rule.setMetadata(Child.of(board, Component.BOARD));
    rule.setSpec(
        Map.of(
            "groups",
            List.of(
                Map.of(
                    "name",
                    "messageboard." + name,
                    "rules",
                    List.of(notReady(board), databaseDown(board))))));
    return rule;
  }

  private static Map<String, Object> notReady(MessageBoard board) {
    return alert(
        "MessageBoardNotReady",
        isZero(board, "messageboard_ready"),
        "15m",
        "warning",
        told(board, "is not Ready; `kubectl describe mb` says why"));
  }

  private static Map<String, Object> databaseDown(MessageBoard board) {
    return alert(
        "MessageBoardDatabaseDown",
        isZero(board, "messageboard_database_up"),
        "5m",
        "critical",
        told(board, "does not reach its database; the condition DatabaseReady says why"));
  }

  private static Map<String, Object> alert(
      String name, String expression, String since, String severity, String summary) {
    return Map.of(
        "alert",
        name,
        "expr",
        expression,
        "for",
        since,
        "labels",
        Map.of("severity", severity),
        "annotations",
        Map.of("summary", summary, "runbook_url", RUNBOOKS + name.toLowerCase(Locale.ROOT)));
  }

  private static String told(MessageBoard board, String what) {
    return "Board %s %s".formatted(board.getMetadata().getName(), what);
  }

  /** Unless somebody paused the board; the labels namespace and name stay, for routes to match. */
  private static String isZero(MessageBoard board, String metric) {
    var of =
        "namespace=\"%s\",name=\"%s\""
            .formatted(board.getMetadata().getNamespace(), board.getMetadata().getName());
    return """
        max by (namespace, name) (%1$s{%2$s}) == 0
          unless on (namespace, name) max by (namespace, name) (messageboard_info{%2$s,phase="Paused"})"""
        .formatted(metric, of);
  }
}
