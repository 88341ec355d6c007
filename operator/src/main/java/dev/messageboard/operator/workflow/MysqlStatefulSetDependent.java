package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.DesiredMysqlStatefulSet;
import dev.messageboard.operator.desired.Inputs;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.dependent.ReconcileResult;
import java.util.Optional;

/** The embedded MySQL and, once its controller has made it, the volume. */
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

  /** How it manages its pods cannot be changed: one of an earlier version stays as it was made. */
  @Override
  protected StatefulSet desired(MessageBoard board, Context<MessageBoard> context) {
    var desired = super.desired(board, context);
    if (desired != null) {
      getSecondaryResource(board, context)
          .map(live -> live.getSpec().getPodManagementPolicy())
          .ifPresent(desired.getSpec()::setPodManagementPolicy);
    }
    return desired;
  }

  @Override
  public ReconcileResult<StatefulSet> reconcile(MessageBoard board, Context<MessageBoard> context) {
    var result = super.reconcile(board, context);
    MysqlVolume.keep(board, context);
    return result;
  }
}
