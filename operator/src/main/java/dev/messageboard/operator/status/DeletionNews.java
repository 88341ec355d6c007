package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.desired.ProvisionedDatabase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Events of a deleted board whose database goes with it. */
public final class DeletionNews {

  private DeletionNews() {}

  /** While it waits for its database. */
  public static List<Notice> between(
      Optional<MessageBoardStatus> before, MessageBoardStatus after) {
    return DeletedBoard.news(new Turn(before, after)).toList();
  }

  /**
   * When it is let go.
   *
   * @param isDropped something of its own was there
   * @param left what was not its own, and why
   */
  public static List<Notice> end(MessageBoard board, boolean isDropped, Optional<Problem> left) {
    var dropped = isDropped ? Stream.of(dropped(board)) : Stream.<Notice>empty();
    var spared = left.map(what -> Notice.warning(what.reason(), what.message())).stream();
    return Stream.concat(dropped, spared).toList();
  }

  /** Only a board with such a database had anything to drop. */
  private static Notice dropped(MessageBoard board) {
    return Notice.normal(
        "DatabaseDropped",
        "database %s and its users are gone from server %s"
            .formatted(
                ProvisionedDatabase.name(board),
                board.getSpec().database().provisioned().server()));
  }
}
