package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.prometheus.PrometheusRule;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.DesiredPrometheusRule;
import dev.messageboard.operator.desired.Labels;
import dev.messageboard.operator.desired.OptionalApi;
import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.KubernetesDependent;

@KubernetesDependent(informer = @Informer(labelSelector = Labels.MANAGED))
public class PrometheusRuleDependent extends OptionalChildDependent<PrometheusRule> {

  public PrometheusRuleDependent() {
    super(PrometheusRule.class, OptionalApi.PROMETHEUS_RULE);
  }

  @Override
  PrometheusRule desiredOf(MessageBoard board) {
    return DesiredPrometheusRule.of(board);
  }
}
