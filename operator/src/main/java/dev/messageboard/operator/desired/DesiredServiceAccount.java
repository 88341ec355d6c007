package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;

public final class DesiredServiceAccount {

  private DesiredServiceAccount() {}

  public static ServiceAccount of(MessageBoard board, Component component) {
    return new ServiceAccountBuilder()
        .withMetadata(Child.of(board, component))
        .withAutomountServiceAccountToken(false)
        .build();
  }
}
