package dev.messageboard.api.message;

import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** Finds one message by the id that a client names. */
public final class Messages {

  private Messages() {}

  /** Ids are opaque to clients: one that this board never hands out is simply not found. */
  public static long id(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw notFound();
    }
    return Long.parseLong(text);
  }

  /** The row, locked until the transaction ends; of a thread the root is always locked first. */
  public static Optional<Message> locked(long id) {
    Message.find("select parentId from Message where id = ?1 and parentId is not null", id)
        .project(Long.class)
        .firstResultOptional()
        .ifPresent(root -> Message.findById(root, LockModeType.PESSIMISTIC_WRITE));
    return Message.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** As a reader may see it: hidden and pending ones are not found, deleted ones are gone. */
  public static Message shown(Optional<Message> found) {
    Message message = found.orElseThrow(Messages::notFound);
    return switch (message.state) {
      case VISIBLE -> message;
      case DELETED ->
          throw new ProblemException(ProblemType.MESSAGE_DELETED, "This message was deleted.");
      default -> throw notFound();
    };
  }

  public static ProblemException notFound() {
    return new ProblemException(ProblemType.MESSAGE_NOT_FOUND, "There is no message with this id.");
  }
}
