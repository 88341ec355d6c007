package dev.messageboard.api.message;

import dev.messageboard.api.problem.FieldError;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person sends to post a message. */
public record NewMessage(String author, String body) {

  private static final TextRule AUTHOR = new TextRule("/author", 64, TextRule.Lines.ONE);
  private static final TextRule BODY = new TextRule("/body", 4000, TextRule.Lines.MANY);

  List<FieldError> violations() {
    return Stream.of(AUTHOR.violation(author), BODY.violation(body))
        .flatMap(Optional::stream)
        .toList();
  }

  NewMessage orRefuse() {
    List<FieldError> violations = violations();
    if (!violations.isEmpty()) {
      throw new ProblemException(
          ProblemType.INVALID_MESSAGE, "The message breaks a rule; see errors.", violations);
    }
    return this;
  }
}
