package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.DesiredServiceAccount;
import dev.messageboard.operator.desired.Inputs;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.Optional;

public class FrontendAccountDependent extends ChildDependent<ServiceAccount> {

  public FrontendAccountDependent() {
    super(ServiceAccount.class, Component.FRONTEND);
  }

  @Override
  protected Optional<ServiceAccount> wanted(MessageBoard board, Inputs inputs) {
    return Optional.of(
        DesiredServiceAccount.of(
            board, Component.FRONTEND, board.getSpec().frontend().serviceAccount()));
  }
}
