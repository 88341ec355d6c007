package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.DesiredHorizontalPodAutoscaler;
import dev.messageboard.operator.desired.Inputs;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.Ignore;
import io.javaoperatorsdk.operator.api.reconciler.dependent.ReconcileResult;
import java.util.Optional;

/**
 * Removed here and not by a precondition: the Deployment depends on it, and is to take the count of
 * its pods back only from an autoscaler that is gone.
 */
@Ignore
abstract class AutoscalerDependent extends ChildDependent<HorizontalPodAutoscaler> {

  private final Component tier;

  AutoscalerDependent(Component tier) {
    super(HorizontalPodAutoscaler.class, tier);
    this.tier = tier;
  }

  @Override
  protected Optional<HorizontalPodAutoscaler> wanted(MessageBoard board, Inputs inputs) {
    return Optional.ofNullable(tier.spec(board).autoscaling())
        .map(spec -> DesiredHorizontalPodAutoscaler.of(board, tier, spec));
  }

  @Override
  public ReconcileResult<HorizontalPodAutoscaler> reconcile(
      MessageBoard board, Context<MessageBoard> context) {
    if (tier.spec(board).autoscaling() == null) {
      delete(board, context);
    }
    return super.reconcile(board, context);
  }
}
