package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.DesiredNetworkPolicy;
import dev.messageboard.operator.desired.Inputs;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Optional;

public class ApiNetworkPolicyDependent extends ChildDependent<NetworkPolicy> {

  public ApiNetworkPolicyDependent() {
    super(NetworkPolicy.class, Component.API);
  }

  @Override
  protected Optional<NetworkPolicy> wanted(MessageBoard board, Inputs inputs) {
    return inputs.binding().map(binding -> DesiredNetworkPolicy.ofApi(board, binding));
  }
}
