package dev.messageboard.api.message;

import java.time.Instant;

/** Moves messages between states and settles what that means for their threads. */
public final class Transition {

  private Transition() {}

  /** The row and its root are locked by the caller. */
  public static void to(MessageState next, Message message) {
    Instant now = Moment.now();
    int before = counted(message);
    if (next == MessageState.DELETED) {
      message.delete(now);
    } else {
      message.move(next, now);
    }
    int difference = counted(message) - before;
    if (difference != 0 && message.parentId != null) {
      Message.<Message>findByIdOptional(message.parentId)
          .ifPresent(root -> root.countReply(difference, now));
    }
  }

  /** A thread counts the replies that can be seen. */
  private static int counted(Message message) {
    return message.state == MessageState.VISIBLE ? 1 : 0;
  }
}
