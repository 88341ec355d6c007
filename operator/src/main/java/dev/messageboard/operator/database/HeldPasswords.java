package dev.messageboard.operator.database;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Secret;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which passwords a board's users are to have: those of its Secret, whichever operator wrote them,
 * or two would never come to rest. Until they stand there they are held here; where something else
 * or nothing stands there now, they are made anew.
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
    var isFirst = held == null || !uid.equals(held.uid());
    if (written.isPresent()) {
      return new Held(uid, written.get(), true);
    }
    return isFirst || held.isWritten() ? new Held(uid, UserPasswords.random(), false) : held;
  }

  private record Held(String uid, UserPasswords passwords, boolean isWritten) {}
}
