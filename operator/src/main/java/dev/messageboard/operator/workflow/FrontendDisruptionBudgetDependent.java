package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.DesiredPodDisruptionBudget;
import dev.messageboard.operator.desired.Inputs;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Optional;

public class FrontendDisruptionBudgetDependent extends ChildDependent<PodDisruptionBudget> {

  public FrontendDisruptionBudgetDependent() {
    super(PodDisruptionBudget.class, Component.FRONTEND);
  }

  @Override
  protected Optional<PodDisruptionBudget> wanted(MessageBoard board, Inputs inputs) {
    return Optional.of(
        DesiredPodDisruptionBudget.of(board, Component.FRONTEND, board.getSpec().frontend()));
  }
}
