package dev.messageboard.operator.workflow;

import dev.messageboard.operator.desired.Component;

public class FrontendAutoscalerDependent extends AutoscalerDependent {

  public FrontendAutoscalerDependent() {
    super(Component.FRONTEND);
  }
}
