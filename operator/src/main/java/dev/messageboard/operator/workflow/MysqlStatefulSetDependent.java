package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.DesiredMysqlStatefulSet;
import dev.messageboard.operator.desired.Inputs;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Optional;

public class MysqlStatefulSetDependent extends ChildDependent<StatefulSet> {

  public MysqlStatefulSetDependent() {
    super(StatefulSet.class, Component.MYSQL);
  }

  @Override
  protected Optional<StatefulSet> wanted(MessageBoard board, Inputs inputs) {
    return inputs
        .passwords()
        .map(passwords -> DesiredMysqlStatefulSet.of(board, inputs, passwords));
  }
}
