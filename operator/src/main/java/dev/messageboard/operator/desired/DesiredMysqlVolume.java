package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.ReclaimPolicy;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The claim of the embedded MySQL, which the StatefulSet's controller makes. The board says of it
 * only whether it owns it: exactly while the volume is to go with the board.
 */
public final class DesiredMysqlVolume {

  private DesiredMysqlVolume() {}

  /** The board's part of this very claim. */
  public static PersistentVolumeClaim of(MessageBoard board, PersistentVolumeClaim claim) {
    return new PersistentVolumeClaimBuilder()
        .withNewMetadata()
        .withName(claim.getMetadata().getName())
        .withNamespace(claim.getMetadata().getNamespace())
        .withUid(claim.getMetadata().getUid())
        .withOwnerReferences(ours(board))
        .endMetadata()
        .build();
  }

  /**
   * All owners that this claim is to have; other people's stay. One that is being deleted, or that
   * went with a former board of this name, is left to the garbage collector.
   */
  public static List<OwnerReference> owners(MessageBoard board, PersistentVolumeClaim claim) {
    var now = claim.getMetadata().getOwnerReferences();
    if (claim.isMarkedForDeletion() || now.stream().anyMatch(owner -> isFormer(owner, board))) {
      return now;
    }
    var others = now.stream().filter(owner -> !isOf(owner, board));
    var wanted = Stream.concat(others, ours(board).stream()).toList();
    return objects(now).equals(objects(wanted)) ? now : wanted;
  }

  /** No controller: of these an object has one, and the StatefulSet of an earlier version was. */
  private static List<OwnerReference> ours(MessageBoard board) {
    return board.getSpec().database().embedded().reclaimPolicy() == ReclaimPolicy.Delete
        ? List.of(
            new OwnerReferenceBuilder()
                .withApiVersion(board.getApiVersion())
                .withKind(board.getKind())
                .withName(board.getMetadata().getName())
                .withUid(board.getMetadata().getUid())
                .withBlockOwnerDeletion(true)
                .build())
        : List.of();
  }

  private static boolean isOf(OwnerReference owner, MessageBoard board) {
    return board.getMetadata().getUid().equals(owner.getUid());
  }

  private static boolean isFormer(OwnerReference owner, MessageBoard board) {
    return board.getKind().equals(owner.getKind())
        && board.getMetadata().getName().equals(owner.getName())
        && !isOf(owner, board);
  }

  /** What the garbage collector looks at. */
  private static Set<List<String>> objects(List<OwnerReference> owners) {
    return owners.stream()
        .map(
            owner ->
                List.of(owner.getApiVersion(), owner.getKind(), owner.getName(), owner.getUid()))
        .collect(Collectors.toSet());
  }
}
