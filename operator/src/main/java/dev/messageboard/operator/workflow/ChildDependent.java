package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.Inputs;
import dev.messageboard.operator.desired.Names;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.Ignore;
import io.javaoperatorsdk.operator.api.reconciler.dependent.ReconcileResult;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.CRUDKubernetesDependentResource;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Optional;

/** One child of a board: made, kept as desired, and never taken from somebody else. */
@Ignore
abstract class ChildDependent<R extends HasMetadata>
    extends CRUDKubernetesDependentResource<R, MessageBoard> {

  private final Component component;

  ChildDependent(Class<R> kind, Component component) {
    super(kind);
    this.component = component;
  }

  /** Empty while something is missing: then whatever is there stays as it is. */
  protected abstract Optional<R> wanted(MessageBoard board, Inputs inputs);

  @Override
  public ReconcileResult<R> reconcile(MessageBoard board, Context<MessageBoard> context) {
    return wanted(board, InputsOf.context(context)).isEmpty()
        ? ReconcileResult.noOperation(null)
        : super.reconcile(board, context);
  }

  @Override
  protected ReconcileResult<R> reconcile(
      MessageBoard board, R actual, Context<MessageBoard> context) {
    if (actual != null && !Ownership.isOurs(actual, board)) {
      throw new NameConflictException(actual);
    }
    return super.reconcile(board, actual, context);
  }

  @Override
  protected R desired(MessageBoard board, Context<MessageBoard> context) {
    return wanted(board, InputsOf.context(context)).orElseThrow();
  }

  @Override
  protected ResourceID targetSecondaryResourceID(
      MessageBoard board, Context<MessageBoard> context) {
    return new ResourceID(Names.of(board, component), board.getMetadata().getNamespace());
  }

  /** Fails with 409 when an object of that name is there and our informer does not know it. */
  @Override
  public R create(R desired, MessageBoard board, Context<MessageBoard> context) {
    try {
      return super.create(desired, board, context);
    } catch (KubernetesClientException e) {
      if (e.getCode() != 409) {
        throw e;
      }
      return adopt(desired, board, context);
    }
  }

  private R adopt(R desired, MessageBoard board, Context<MessageBoard> context) {
    var live = context.getClient().resource(desired).get();
    if (live != null && !Ownership.isOurs(live, board)) {
      throw new NameConflictException(live);
    }
    desired.getMetadata().setResourceVersion(null);
    return context.resourceOperations().serverSideApply(desired, eventSource().orElseThrow());
  }

  @Override
  public R update(R actual, R desired, MessageBoard board, Context<MessageBoard> context) {
    DisplacedEntries.restore(actual, desired, context);
    return super.update(actual, desired, board, context);
  }

  @Override
  protected void handleDelete(MessageBoard board, R actual, Context<MessageBoard> context) {
    if (actual != null && Ownership.isOurs(actual, board)) {
      super.handleDelete(board, actual, context);
    }
  }
}
