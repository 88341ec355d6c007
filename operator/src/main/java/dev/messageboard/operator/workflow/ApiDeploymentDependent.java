package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.DesiredApiDeployment;
import dev.messageboard.operator.desired.Inputs;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;

public class ApiDeploymentDependent extends TierDeploymentDependent {

  public ApiDeploymentDependent() {
    super(Component.API);
  }

  @Override
  protected Optional<Deployment> wanted(MessageBoard board, Inputs inputs) {
    return inputs
        .binding()
        .filter(binding -> inputs.gate().isOpen())
        .map(binding -> DesiredApiDeployment.of(board, inputs, binding));
  }
}
