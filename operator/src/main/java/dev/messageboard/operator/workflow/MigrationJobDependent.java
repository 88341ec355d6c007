package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.DesiredMigrationJob;
import dev.messageboard.operator.desired.Inputs;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.dependent.ReconcileResult;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Optional;

/**
 * A Job is made and later removed; in between it is left alone, because nothing of it can change.
 */
public class MigrationJobDependent extends ChildDependent<Job> {

  public MigrationJobDependent() {
    super(Job.class, Component.MIGRATION);
  }

  @Override
  protected Optional<Job> wanted(MessageBoard board, Inputs inputs) {
    return inputs
        .binding()
        .filter(binding -> inputs.gate().wantsJob())
        .map(binding -> DesiredMigrationJob.of(board, inputs.images(), binding));
  }

  @Override
  public ReconcileResult<Job> reconcile(MessageBoard board, Context<MessageBoard> context) {
    removeOutdated(board, context);
    return super.reconcile(board, context);
  }

  @Override
  protected ResourceID targetSecondaryResourceID(
      MessageBoard board, Context<MessageBoard> context) {
    return ResourceID.fromResource(getOrComputeDesired(context));
  }

  /** Its name is made with a key that only this board has: it is ours, and soon our cache knows. */
  @Override
  Job adopt(Job desired, MessageBoard board, Context<MessageBoard> context) {
    return desired;
  }

  private static void removeOutdated(MessageBoard board, Context<MessageBoard> context) {
    var outdated = InputsOf.context(context).gate().outdated();
    context
        .getSecondaryResourcesAsStream(Job.class)
        .filter(job -> outdated.contains(job.getMetadata().getName()))
        .filter(job -> Ownership.isOurs(job, board) && Pass.in(context).mayRemove(job))
        .forEach(job -> remove(job, context));
  }

  private static void remove(Job job, Context<MessageBoard> context) {
    context
        .getClient()
        .resource(job)
        .withPropagationPolicy(DeletionPropagation.BACKGROUND)
        .delete();
    Pass.in(context).isGone(job.getKind(), job.getMetadata().getName());
  }
}
