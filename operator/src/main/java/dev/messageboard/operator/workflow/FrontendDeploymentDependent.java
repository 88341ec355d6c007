package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.DesiredFrontendDeployment;
import dev.messageboard.operator.desired.Inputs;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;

public class FrontendDeploymentDependent extends TierDeploymentDependent {

  public FrontendDeploymentDependent() {
    super(Component.FRONTEND);
  }

  @Override
  protected Optional<Deployment> wanted(MessageBoard board, Inputs inputs) {
    return Optional.of(DesiredFrontendDeployment.of(board, inputs));
  }
}
