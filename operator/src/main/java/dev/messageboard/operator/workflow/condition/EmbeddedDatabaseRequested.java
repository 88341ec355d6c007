package dev.messageboard.operator.workflow.condition;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.dependent.DependentResource;
import io.javaoperatorsdk.operator.processing.dependent.workflow.Condition;

public class EmbeddedDatabaseRequested implements Condition<HasMetadata, MessageBoard> {

  @Override
  public boolean isMet(
      DependentResource<HasMetadata, MessageBoard> dependent,
      MessageBoard board,
      Context<MessageBoard> context) {
    return board.getSpec().database().embedded() != null;
  }
}
