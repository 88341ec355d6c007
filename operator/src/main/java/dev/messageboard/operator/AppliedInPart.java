package dev.messageboard.operator;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.status.Problem;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Some children could not be applied; the framework tries again, ever more seldom. */
class AppliedInPart extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Optional<MessageBoardStatus> status;

  AppliedInPart(Optional<MessageBoardStatus> status, List<Problem> problems) {
    super(
        problems.stream().map(Problem::message).collect(Collectors.joining("; ")),
        null,
        false,
        false);
    this.status = status;
  }

  /** The status that tells it, unless it has been told. */
  Optional<MessageBoardStatus> status() {
    return status;
  }
}
