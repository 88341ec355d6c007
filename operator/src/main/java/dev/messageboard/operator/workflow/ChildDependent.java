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
import java.util.List;
import java.util.Optional;

/** One child of a board: made, kept as desired, and never taken from somebody else. */
@Ignore
abstract class ChildDependent<R extends HasMetadata>
    extends CRUDKubernetesDependentResource<R, MessageBoard> {

  private final Component component;

  ChildDependent(Class<R> kind, Component component) {
    super(kind);
    this.component = component;
    useEventSourceWithName(ChildInformers.nameOf(kind));
  }

  /** Empty while something is missing: then whatever is there stays as it is. */
  protected abstract Optional<R> wanted(MessageBoard board, Inputs inputs);

  @Override
  public ReconcileResult<R> reconcile(MessageBoard board, Context<MessageBoard> context) {
    return getOrComputeDesired(context) == null
        ? ReconcileResult.noOperation(null)
        : super.reconcile(board, context);
  }

  @Override
  protected ReconcileResult<R> reconcile(
      MessageBoard board, R actual, Context<MessageBoard> context) {
    if (actual != null && !Ownership.isOurs(actual, board)) {
      throw new NameConflictException(actual);
    }
    var desired = getOrComputeDesired(context);
    var pass = Pass.in(context);
    pass.enter(desired);
    return actual == null
        ? make(desired, board, pass, context)
        : keep(actual, desired, board, pass, context);
  }

  private ReconcileResult<R> make(
      R desired, MessageBoard board, Pass pass, Context<MessageBoard> context) {
    if (!pass.mayMake(desired)) {
      return ReconcileResult.noOperation(null);
    }
    var made = handleCreate(desired, board, context);
    pass.settle(desired);
    return ReconcileResult.resourceCreated(made);
  }

  private ReconcileResult<R> keep(
      R actual, R desired, MessageBoard board, Pass pass, Context<MessageBoard> context) {
    if (match(actual, desired, board, context).matched()) {
      pass.settle(desired);
      return ReconcileResult.noOperation(actual);
    }
    if (!pass.mayChange(desired, differences(actual, desired))) {
      return ReconcileResult.noOperation(actual);
    }
    var changed = handleUpdate(actual, desired, board, context);
    pass.settle(desired);
    return ReconcileResult.resourceUpdated(changed);
  }

  /** Where the two differ, for whoever asks whose change that is. */
  protected List<Difference> differences(R actual, R desired) {
    return Differences.of(actual, desired);
  }

  /** Asked for once in a pass; null while something is missing. */
  @Override
  protected R desired(MessageBoard board, Context<MessageBoard> context) {
    return wanted(board, InputsOf.context(context)).orElse(null);
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
      var made = super.create(desired, board, context);
      Pass.in(context).made(desired);
      return made;
    } catch (KubernetesClientException e) {
      if (e.getCode() != 409) {
        throw e;
      }
      return adopt(desired, board, context);
    }
  }

  R adopt(R desired, MessageBoard board, Context<MessageBoard> context) {
    var live = context.getClient().resource(desired).get();
    if (live != null && !Ownership.isOurs(live, board)) {
      throw new NameConflictException(live);
    }
    if (live != null) {
      Pass.in(context).mayChange(desired, Differences.of(live, desired));
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
    var pass = Pass.in(context);
    if (actual != null && Ownership.isOurs(actual, board) && pass.mayRemove(actual)) {
      super.handleDelete(board, actual, context);
      pass.isGone(actual.getKind(), actual.getMetadata().getName());
    } else if (actual == null) {
      var name = targetSecondaryResourceID(board, context).getName();
      pass.isGone(HasMetadata.getKind(resourceType()), name);
    }
  }
}
