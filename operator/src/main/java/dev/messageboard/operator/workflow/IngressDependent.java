package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.DesiredIngress;
import dev.messageboard.operator.desired.Inputs;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Optional;

public class IngressDependent extends ChildDependent<Ingress> {

  public IngressDependent() {
    super(Ingress.class, Component.BOARD);
  }

  @Override
  protected Optional<Ingress> wanted(MessageBoard board, Inputs inputs) {
    return Optional.of(DesiredIngress.of(board));
  }
}
