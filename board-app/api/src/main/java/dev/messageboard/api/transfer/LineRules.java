package dev.messageboard.api.transfer;

import dev.messageboard.api.text.MessageText;
import dev.messageboard.api.text.Normal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a line may say, wherever it comes from: the rules of new messages. */
@ApplicationScoped
public class LineRules {

  /** What MySQL's DATETIME holds. */
  private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");

  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private final MessageText text;

  LineRules(MessageText text) {
    this.text = text;
  }

  /** Empty if the line may be taken. */
  public Optional<String> wrong(Line line) {
    if (line.createdAt() == null) {
      return Optional.of("createdAt is required");
    }
    if (!isStorable(line.createdAt()) || line.editedAt() != null && !isStorable(line.editedAt())) {
      return Optional.of("createdAt and editedAt must be in the years 1000 to 9999");
    }
    if (line.reactions() != null && line.reactions().containsValue(null)) {
      return Optional.of("reactions must be whole numbers");
    }
    if (line.state() != null
        && !List.of("visible", "pending", "hidden", "deleted").contains(line.state())) {
      return Optional.of("state must be visible, pending, hidden or deleted");
    }
    if ("deleted".equals(line.state())) {
      return Optional.empty();
    }
    return text.wrongAuthor(Normal.line(line.author()))
        .map(wrong -> "author: " + wrong.message())
        .or(
            () ->
                text.wrongBody(Normal.lines(line.body())).map(wrong -> "body: " + wrong.message()));
  }

  private static boolean isStorable(Instant time) {
    return !time.isBefore(FIRST) && time.isBefore(END);
  }
}
