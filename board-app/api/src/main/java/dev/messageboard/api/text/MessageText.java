package dev.messageboard.api.text;

import dev.messageboard.api.board.BoardSettings;
import dev.messageboard.api.problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules of author and body, the same for a new message and for an edit. */
@ApplicationScoped
public class MessageText {

  private static final int MAX_AUTHOR = 64;
  private static final int MAX_LINKS = 5;
  private static final Pattern LINK =
      Pattern.compile("https?://|www\\.[a-z0-9]", Pattern.CASE_INSENSITIVE);
  private static final TextRule AUTHOR = new TextRule("/author", MAX_AUTHOR, TextRule.Lines.ONE);

  private final TextRule body;

  MessageText(BoardSettings settings) {
    body = new TextRule("/body", settings.maxMessageLength(), TextRule.Lines.MANY);
  }

  /** What is wrong with a normalised author. */
  public Optional<FieldError> wrongAuthor(String text) {
    return AUTHOR.violation(text);
  }

  /** What is wrong with a normalised body. */
  public Optional<FieldError> wrongBody(String text) {
    return body.violation(text).or(() -> tooManyLinks(text));
  }

  private static Optional<FieldError> tooManyLinks(String text) {
    return LINK.matcher(text).results().count() > MAX_LINKS
        ? Optional.of(
            FieldError.at(
                "/body", "too-many-links", "At most " + MAX_LINKS + " links are allowed."))
        : Optional.empty();
  }
}
