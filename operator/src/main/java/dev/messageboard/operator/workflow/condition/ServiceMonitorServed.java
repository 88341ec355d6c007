package dev.messageboard.operator.workflow.condition;

import dev.messageboard.operator.desired.OptionalApi;

public class ServiceMonitorServed extends ApiServed {

  public ServiceMonitorServed() {
    super(OptionalApi.SERVICE_MONITOR);
  }
}
