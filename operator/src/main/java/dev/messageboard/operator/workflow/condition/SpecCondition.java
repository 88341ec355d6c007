package dev.messageboard.operator.workflow.condition;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardSpec;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.dependent.DependentResource;
import io.javaoperatorsdk.operator.processing.dependent.workflow.Condition;

/** A child is there only while the spec asks for it; one that is no longer asked for is deleted. */
abstract class SpecCondition implements Condition<HasMetadata, MessageBoard> {

  abstract boolean isMet(MessageBoardSpec spec);

  @Override
  public boolean isMet(
      DependentResource<HasMetadata, MessageBoard> dependent,
      MessageBoard board,
      Context<MessageBoard> context) {
    return isMet(board.getSpec());
  }
}
