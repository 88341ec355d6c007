package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.DesiredNetworkPolicy;
import dev.messageboard.operator.desired.Inputs;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Optional;

public class FrontendNetworkPolicyDependent extends ChildDependent<NetworkPolicy> {

  public FrontendNetworkPolicyDependent() {
    super(NetworkPolicy.class, Component.FRONTEND);
  }

  @Override
  protected Optional<NetworkPolicy> wanted(MessageBoard board, Inputs inputs) {
    return Optional.of(DesiredNetworkPolicy.ofFrontend(board));
  }
}
