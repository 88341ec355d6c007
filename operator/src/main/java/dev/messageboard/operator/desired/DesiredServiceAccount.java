package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.ServiceAccountSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;

public final class DesiredServiceAccount {

  private DesiredServiceAccount() {}

  public static ServiceAccount of(MessageBoard board, Component tier, ServiceAccountSpec spec) {
    return new ServiceAccountBuilder()
        .withMetadata(Child.of(board, tier, spec.annotations()))
        .withAutomountServiceAccountToken(false)
        .build();
  }
}
