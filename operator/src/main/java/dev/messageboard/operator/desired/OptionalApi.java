package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Kinds that a cluster may or may not know, and children that need them. */
public enum OptionalApi {
  HTTP_ROUTE("gateway.networking.k8s.io/v1", "HTTPRoute", "spec.gateway"),
  SERVICE_MONITOR("monitoring.coreos.com/v1", "ServiceMonitor", "spec.monitoring.serviceMonitor"),
  PROMETHEUS_RULE("monitoring.coreos.com/v1", "PrometheusRule", "spec.monitoring.prometheusRule");

  /** The type of the condition that is there while a board asks for one of them. */
  public static final String CONDITION = "OptionalApisServed";

  private final String groupVersion;
  private final String kind;
  private final String field;

  OptionalApi(String groupVersion, String kind, String field) {
    this.groupVersion = groupVersion;
    this.kind = kind;
    this.field = field;
  }

  public String group() {
    return groupVersion.split("/")[0];
  }

  public String groupVersion() {
    return groupVersion;
  }

  /** As in URLs and in roles. */
  public String plural() {
    return kind.toLowerCase(Locale.ROOT) + "s";
  }

  public String kind() {
    return kind;
  }

  /** The field that asks for it. */
  public String field() {
    return field;
  }

  /** Those that a board's spec calls for. */
  public static List<OptionalApi> askedForBy(MessageBoard board) {
    return Arrays.stream(values()).filter(api -> api.isAskedForBy(board)).toList();
  }

  /** With those that the status still speaks of: what was made for them may have to go. */
  public static List<OptionalApi> ofInterestTo(MessageBoard board) {
    var wasAsked = board.getStatus() != null && board.getStatus().condition(CONDITION).isPresent();
    return wasAsked ? List.of(values()) : askedForBy(board);
  }

  public boolean isAskedForBy(MessageBoard board) {
    var spec = board.getSpec();
    return switch (this) {
      case HTTP_ROUTE -> spec.gateway() != null;
      case SERVICE_MONITOR -> spec.monitoring().serviceMonitor();
      case PROMETHEUS_RULE -> spec.monitoring().prometheusRule();
    };
  }
}
