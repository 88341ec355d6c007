package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.DesiredServiceAccount;
import dev.messageboard.operator.desired.Inputs;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.Optional;

public class ApiAccountDependent extends ChildDependent<ServiceAccount> {

  public ApiAccountDependent() {
    super(ServiceAccount.class, Component.API);
  }

  @Override
  protected Optional<ServiceAccount> wanted(MessageBoard board, Inputs inputs) {
    return Optional.of(
        DesiredServiceAccount.of(board, Component.API, board.getSpec().api().serviceAccount()));
  }
}
