package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.DesiredKeysSecret;
import dev.messageboard.operator.desired.Inputs;
import io.fabric8.kubernetes.api.model.Secret;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.BooleanWithUndefined;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.KubernetesDependent;
import java.util.Optional;

/** Not matched by server-side apply unless told so: a key that was removed would stay. */
@KubernetesDependent(useSSA = BooleanWithUndefined.TRUE)
public class KeysSecretDependent extends ChildDependent<Secret> {

  public KeysSecretDependent() {
    super(Secret.class, Component.KEYS);
  }

  @Override
  protected Optional<Secret> wanted(MessageBoard board, Inputs inputs) {
    return Optional.of(DesiredKeysSecret.of(board, inputs.keys()));
  }
}
