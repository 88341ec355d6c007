package dev.messageboard.operator.workflow.condition;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.OptionalApi;
import dev.messageboard.operator.workflow.InputsOf;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.dependent.DependentResource;
import io.javaoperatorsdk.operator.processing.dependent.workflow.Condition;

/** While it is not met there is no informer, and nothing is asked for that the cluster lacks. */
abstract class ApiServed implements Condition<HasMetadata, MessageBoard> {

  private final OptionalApi api;

  ApiServed(OptionalApi api) {
    this.api = api;
  }

  @Override
  public boolean isMet(
      DependentResource<HasMetadata, MessageBoard> dependent,
      MessageBoard board,
      Context<MessageBoard> context) {
    return InputsOf.context(context).apis().contains(api);
  }
}
