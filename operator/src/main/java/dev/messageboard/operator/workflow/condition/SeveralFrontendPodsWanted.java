package dev.messageboard.operator.workflow.condition;

import dev.messageboard.operator.api.v1alpha1.MessageBoardSpec;
import dev.messageboard.operator.desired.DesiredPodDisruptionBudget;

public class SeveralFrontendPodsWanted extends SpecCondition {

  @Override
  boolean isMet(MessageBoardSpec spec) {
    return DesiredPodDisruptionBudget.isWanted(spec.frontend());
  }
}
