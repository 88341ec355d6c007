package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.DesiredDatabaseSecret;
import dev.messageboard.operator.desired.Inputs;
import io.fabric8.kubernetes.api.model.Secret;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.BooleanWithUndefined;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.KubernetesDependent;
import java.util.Optional;

/** Not matched by server-side apply unless told so: a key that was removed would stay. */
@KubernetesDependent(useSSA = BooleanWithUndefined.TRUE)
public class DatabaseSecretDependent extends ChildDependent<Secret> {

  public DatabaseSecretDependent() {
    super(Secret.class, Component.DATABASE);
  }

  @Override
  protected Optional<Secret> wanted(MessageBoard board, Inputs inputs) {
    return inputs.binding().map(binding -> DesiredDatabaseSecret.of(board, binding));
  }
}
