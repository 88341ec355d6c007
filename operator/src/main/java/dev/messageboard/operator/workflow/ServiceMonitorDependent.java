package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.prometheus.ServiceMonitor;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.DesiredServiceMonitor;
import dev.messageboard.operator.desired.Labels;
import dev.messageboard.operator.desired.OptionalApi;
import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.KubernetesDependent;

@KubernetesDependent(informer = @Informer(labelSelector = Labels.MANAGED))
public class ServiceMonitorDependent extends OptionalChildDependent<ServiceMonitor> {

  public ServiceMonitorDependent() {
    super(ServiceMonitor.class, OptionalApi.SERVICE_MONITOR);
  }

  @Override
  ServiceMonitor desiredOf(MessageBoard board) {
    return DesiredServiceMonitor.of(board);
  }
}
