package dev.messageboard.operator.workflow.condition;

import dev.messageboard.operator.api.v1alpha1.MessageBoardSpec;

public class EmbeddedDatabaseConfined extends SpecCondition {

  @Override
  boolean isMet(MessageBoardSpec spec) {
    return spec.database().embedded() != null && spec.networkPolicy().enabled();
  }
}
