package dev.messageboard.operator.workflow.condition;

import dev.messageboard.operator.desired.OptionalApi;

public class PrometheusRuleServed extends ApiServed {

  public PrometheusRuleServed() {
    super(OptionalApi.PROMETHEUS_RULE);
  }
}
