package dev.messageboard.operator.database;

import dev.messageboard.operator.api.v1alpha1.DatabaseSpec;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardSpec;
import dev.messageboard.operator.api.v1alpha1.ReclaimPolicy;
import dev.messageboard.operator.desired.Names;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The finalizer of the boards whose databases go with them. No other board has it. */
public final class DatabaseFinalizer {

  public static final String NAME = "messageboard.dev/database";

  private static final Set<Integer> NOT_AS_SEEN =
      Set.of(HttpURLConnection.HTTP_CONFLICT, HttpURLConnection.HTTP_NOT_FOUND);

  private final KubernetesClient client;

  DatabaseFinalizer(KubernetesClient client) {
    this.client = client;
  }

  /** Whether the board is deleted and waits for its database to go. */
  public static boolean holds(MessageBoard board) {
    return board.isMarkedForDeletion() && board.hasFinalizer(NAME);
  }

  /** Whether the board's database goes with it. */
  static boolean isWanted(MessageBoard board) {
    return Optional.ofNullable(board.getSpec())
        .map(MessageBoardSpec::database)
        .map(DatabaseSpec::provisioned)
        .filter(provisioned -> provisioned.reclaimPolicy() == ReclaimPolicy.Delete)
        .isPresent();
  }

  /** What has to become of it while the board lives; a paused one is left as it is. */
  static Step step(MessageBoard board) {
    if (board.isMarkedForDeletion()
        || board.getSpec().paused()
        || isWanted(board) == board.hasFinalizer(NAME)) {
      return Step.LEAVE;
    }
    return isWanted(board) ? Step.SET : Step.REMOVE;
  }

  /** Has to have been done before anything is made for the board that would be left behind. */
  void keep(MessageBoard board) {
    switch (step(board)) {
      case SET -> set(board);
      case REMOVE -> remove(board);
      case LEAVE -> {}
    }
  }

  /** The UID keeps it off another board of this name. */
  private void set(MessageBoard board) {
    var bearer = new MessageBoard();
    bearer.initNameAndNamespaceFrom(board);
    bearer.getMetadata().setUid(board.getMetadata().getUid());
    bearer.addFinalizer(NAME);
    client
        .resource(bearer)
        .patch(
            new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(Names.FIELD_MANAGER)
                .withForce(true)
                .build());
  }

  /**
   * Whoever set it, and no other one.
   *
   * @return false if the board is not any more as it was seen
   */
  boolean remove(MessageBoard board) {
    try {
      client.resource(board).patch(PatchContext.of(PatchType.JSON_MERGE), without(board));
      return true;
    } catch (KubernetesClientException e) {
      if (NOT_AS_SEEN.contains(e.getCode())) {
        return false;
      }
      throw e;
    }
  }

  private String without(MessageBoard board) {
    List<String> others =
        board.getFinalizers().stream().filter(finalizer -> !NAME.equals(finalizer)).toList();
    var seen = board.getMetadata().getResourceVersion();
    return client
        .getKubernetesSerialization()
        .asJson(Map.of("metadata", Map.of("resourceVersion", seen, "finalizers", others)));
  }

  /** Towards what the spec says. */
  enum Step {
    SET,
    REMOVE,
    LEAVE
  }
}
