package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.Ignore;
import java.util.List;

/** A tier's Deployment, the count of whose pods may be an autoscaler's. */
@Ignore
abstract class TierDeploymentDependent extends ChildDependent<Deployment> {

  private static final String REPLICAS = ".spec.replicas";

  private final Component tier;

  TierDeploymentDependent(Component tier) {
    super(Deployment.class, tier);
    this.tier = tier;
  }

  /** An autoscaler's count that is taken over was nobody's meddling. */
  @Override
  protected List<Difference> differences(Deployment actual, Deployment desired) {
    var all = super.differences(actual, desired);
    return desired.getMetadata().getResourceVersion() == null
        ? all
        : all.stream().filter(difference -> !REPLICAS.equals(difference.field())).toList();
  }

  @Override
  public Deployment update(
      Deployment actual, Deployment desired, MessageBoard board, Context<MessageBoard> context) {
    var autoscaling = tier.spec(board).autoscaling();
    if (autoscaling != null) {
      ReplicaHandOver.of(actual, autoscaling.minReplicas(), context.getClient());
    }
    return super.update(actual, desired, board, context);
  }
}
