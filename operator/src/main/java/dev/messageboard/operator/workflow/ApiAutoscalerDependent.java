package dev.messageboard.operator.workflow;

import dev.messageboard.operator.desired.Component;

public class ApiAutoscalerDependent extends AutoscalerDependent {

  public ApiAutoscalerDependent() {
    super(Component.API);
  }
}
