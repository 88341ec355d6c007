package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.Inputs;
import dev.messageboard.operator.desired.OptionalApi;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.Ignore;
import io.javaoperatorsdk.operator.api.reconciler.dependent.ReconcileResult;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.SecondaryToPrimaryMapper;
import java.util.Optional;
import java.util.Set;

/** A child of a kind that the cluster may not know; its informer comes and goes with the kind. */
@Ignore
abstract class OptionalChildDependent<R extends HasMetadata> extends ChildDependent<R>
    implements SecondaryToPrimaryMapper<R> {

  private final OptionalApi api;

  OptionalChildDependent(Class<R> kind, OptionalApi api) {
    super(kind, Component.BOARD);
    this.api = api;
    useEventSourceWithName(null);
  }

  abstract R desiredOf(MessageBoard board);

  @Override
  protected Optional<R> wanted(MessageBoard board, Inputs inputs) {
    return api.isAskedForBy(board) ? Optional.of(desiredOf(board)) : Optional.empty();
  }

  @Override
  public ReconcileResult<R> reconcile(MessageBoard board, Context<MessageBoard> context) {
    if (!api.isAskedForBy(board)) {
      delete(board, context);
    }
    return super.reconcile(board, context);
  }

  @Override
  public Set<ResourceID> toPrimaryResourceIDs(R child) {
    return ChildInformers.board(child);
  }
}
