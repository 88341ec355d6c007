package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.DesiredConfigMap;
import dev.messageboard.operator.desired.Inputs;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.BooleanWithUndefined;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.KubernetesDependent;
import java.util.Optional;

/** Not matched by server-side apply unless told so: a key that was removed would stay. */
@KubernetesDependent(useSSA = BooleanWithUndefined.TRUE)
public class ConfigMapDependent extends ChildDependent<ConfigMap> {

  public ConfigMapDependent() {
    super(ConfigMap.class, Component.CONFIG);
  }

  @Override
  protected Optional<ConfigMap> wanted(MessageBoard board, Inputs inputs) {
    return Optional.of(DesiredConfigMap.of(board, inputs.installation(), inputs.connections()));
  }
}
