package dev.messageboard.operator.database;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Secret;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which passwords a board's users are to have: those of its Secret. Until they stand there they are
 * held here; ones that were changed there or are gone are made anew.
 */
final class HeldPasswords {

  private final Map<ResourceID, Held> boards = new ConcurrentHashMap<>();

  /**
   * @param bound the Secret that the pods mount, if it is there
   */
  UserPasswords of(MessageBoard board, Optional<Secret> bound) {
    var uid = board.getMetadata().getUid();
    var written = bound.flatMap(UserPasswords::in);
    return boards
        .compute(ResourceID.fromResource(board), (id, held) -> next(uid, held, written))
        .passwords();
  }

  /** A board that is gone needs no memory. */
  void forget(ResourceID board) {
    boards.remove(board);
  }

  private static Held next(String uid, Held held, Optional<UserPasswords> written) {
    if (held == null || !uid.equals(held.uid())) {
      return new Held(uid, written.orElseGet(UserPasswords::random), written.isPresent());
    }
    if (written.filter(held.passwords()::equals).isPresent()) {
      return new Held(uid, held.passwords(), true);
    }
    return held.isWritten() ? new Held(uid, UserPasswords.random(), false) : held;
  }

  private record Held(String uid, UserPasswords passwords, boolean isWritten) {}
}
