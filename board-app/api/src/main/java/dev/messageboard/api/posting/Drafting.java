package dev.messageboard.api.posting;

import dev.messageboard.api.board.BoardSettings;
import dev.messageboard.api.board.Posting;
import dev.messageboard.api.message.MessageState;
import dev.messageboard.api.moderation.Rules;
import dev.messageboard.api.problem.FieldError;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import dev.messageboard.api.text.MessageText;
import dev.messageboard.api.text.Normal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns what was sent into a draft, or says why not. Asks nobody. */
@ApplicationScoped
class Drafting {

  private static final long QUICKEST_PERSON_MILLIS = 2000;

  private final BoardSettings settings;
  private final MessageText text;

  Drafting(BoardSettings settings, MessageText text) {
    this.settings = settings;
    this.text = text;
  }

  /** What needs no look at the text. */
  void requireOpenTo(byte[] client, Rules rules) {
    if (settings.posting() == Posting.CLOSED) {
      throw new ProblemException(ProblemType.BOARD_CLOSED, "This board takes no messages now.");
    }
    rules.requireUnblocked(client, Instant.now());
  }

  Draft of(NewMessage message, IdempotencyKey key, byte[] client, Rules rules) {
    String author = Normal.line(message.author());
    String body = Normal.lines(message.body());
    refuseIfWrong(author, body, message);
    Long parent = message.parentId() == null ? null : Long.valueOf(message.parentId());
    boolean held = settings.posting() == Posting.MODERATED || rules.hold(author, body);
    return new Draft(
        author,
        body,
        parent,
        held ? MessageState.PENDING : MessageState.VISIBLE,
        ByteBuffer.wrap(client),
        key.bytes(),
        key.given(),
        Draft.contentOf(author, body, parent));
  }

  private void refuseIfWrong(String author, String body, NewMessage message) {
    List<FieldError> errors =
        Stream.of(
                text.wrongAuthor(author),
                text.wrongBody(body),
                wrongParent(message.parentId()),
                tooFast(message.formAge()))
            .flatMap(Optional::stream)
            .toList();
    if (!errors.isEmpty()) {
      throw new ProblemException(
          ProblemType.INVALID_MESSAGE, "The message breaks a rule; see errors.", errors);
    }
  }

  private static Optional<FieldError> wrongParent(String id) {
    return id == null || id.matches("[1-9][0-9]{0,17}")
        ? Optional.empty()
        : Optional.of(noSuchParent());
  }

  static FieldError noSuchParent() {
    return FieldError.at("/parentId", "no-such-message", "There is no message with this id.");
  }

  private static Optional<FieldError> tooFast(Long formAge) {
    return formAge != null && formAge < QUICKEST_PERSON_MILLIS
        ? Optional.of(
            FieldError.at("/formAge", "too-fast", "Please take two seconds and send it again."))
        : Optional.empty();
  }
}
