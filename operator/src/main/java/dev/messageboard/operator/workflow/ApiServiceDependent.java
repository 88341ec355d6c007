package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.DesiredService;
import dev.messageboard.operator.desired.Inputs;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Optional;

public class ApiServiceDependent extends ChildDependent<Service> {

  public ApiServiceDependent() {
    super(Service.class, Component.API);
  }

  @Override
  protected Optional<Service> wanted(MessageBoard board, Inputs inputs) {
    return Optional.of(
        DesiredService.ofTier(board, Component.API, board.getSpec().api().service()));
  }
}
