package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import java.util.Objects;

public record MonitoringSpec(
    @Default("false")
        @JsonPropertyDescription(
            "Whether the operator makes a ServiceMonitor, where the cluster knows them.")
        Boolean serviceMonitor,
    @Default("false")
        @JsonPropertyDescription(
            "Whether the operator makes a PrometheusRule, where the cluster knows them.")
        Boolean prometheusRule) {

  public MonitoringSpec {
    serviceMonitor = Objects.requireNonNullElse(serviceMonitor, false);
    prometheusRule = Objects.requireNonNullElse(prometheusRule, false);
  }
}
