package dev.messageboard.operator;

import dev.messageboard.operator.status.Problem;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Some children could not be applied; the framework tries again, ever more seldom. */
class AppliedInPart extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  AppliedInPart(List<Problem> problems) {
    super(
        problems.stream().map(Problem::message).collect(Collectors.joining("; ")),
        null,
        false,
        false);
  }
}
