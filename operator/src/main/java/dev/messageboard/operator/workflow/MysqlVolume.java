package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.DesiredMysqlVolume;
import dev.messageboard.operator.desired.Names;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a board the owner of its volume, or lets go of it. The claim itself is never made here. */
final class MysqlVolume {

  /** Another look comes with whatever is not seen yet. */
  private static final Set<Integer> NOT_AS_SEEN =
      Set.of(HttpURLConnection.HTTP_CONFLICT, HttpURLConnection.HTTP_NOT_FOUND);

  private static final List<Difference> OWNERS =
      List.of(new Difference(".metadata.ownerReferences", false, Optional.empty()));

  private final MessageBoard board;
  private final Context<MessageBoard> context;
  private final InformerEventSource<PersistentVolumeClaim, MessageBoard> claims;

  private MysqlVolume(
      MessageBoard board,
      Context<MessageBoard> context,
      InformerEventSource<PersistentVolumeClaim, MessageBoard> claims) {
    this.board = board;
    this.context = context;
    this.claims = claims;
  }

  /** Of a board whose claim is not there, or not seen yet, nothing. */
  static void keep(MessageBoard board, Context<MessageBoard> context) {
    var name = new ResourceID(Names.volume(board), board.getMetadata().getNamespace());
    for (var source :
        context.eventSourceRetriever().getEventSourcesFor(PersistentVolumeClaim.class)) {
      if (source instanceof InformerEventSource<PersistentVolumeClaim, MessageBoard> claims) {
        claims.get(name).ifPresent(new MysqlVolume(board, context, claims)::keepOwners);
      }
    }
  }

  private void keepOwners(PersistentVolumeClaim claim) {
    var desired = DesiredMysqlVolume.of(board, claim);
    var owners = DesiredMysqlVolume.owners(board, claim);
    var pass = Pass.in(context);
    pass.enter(desired);
    if (owners.equals(claim.getMetadata().getOwnerReferences())) {
      pass.settle(desired);
    } else if (pass.mayChange(desired, OWNERS) && isWritten(claim, desired, owners)) {
      pass.settle(desired);
    }
  }

  private boolean isWritten(
      PersistentVolumeClaim claim, PersistentVolumeClaim desired, List<OwnerReference> owners) {
    try {
      if (desired.getMetadata().getOwnerReferences().isEmpty()) {
        remove(claim, owners);
      } else {
        context.resourceOperations().serverSideApply(desired, claims);
      }
      return true;
    } catch (KubernetesClientException e) {
      if (NOT_AS_SEEN.contains(e.getCode())) {
        return false;
      }
      throw e;
    }
  }

  /** Whoever set it: an apply would take away only what we have applied. */
  private void remove(PersistentVolumeClaim claim, List<OwnerReference> others) {
    var client = context.getClient();
    var seen = claim.getMetadata().getResourceVersion();
    var merge =
        client
            .getKubernetesSerialization()
            .asJson(Map.of("metadata", Map.of("resourceVersion", seen, "ownerReferences", others)));
    context
        .resourceOperations()
        .resourcePatch(
            claim,
            live -> client.resource(live).patch(PatchContext.of(PatchType.JSON_MERGE), merge),
            claims);
  }
}
