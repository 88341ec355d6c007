package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Inputs;
import io.javaoperatorsdk.operator.api.reconciler.Context;

/** Carries the inputs of one reconciliation to its dependents. */
public final class InputsOf {

  private InputsOf() {}

  public static void hand(Inputs inputs, Context<MessageBoard> context) {
    context.managedWorkflowAndDependentResourceContext().put(Inputs.class, inputs);
  }

  /** Those of this reconciliation. */
  public static Inputs context(Context<MessageBoard> context) {
    return context
        .managedWorkflowAndDependentResourceContext()
        .getMandatory(Inputs.class, Inputs.class);
  }
}
