package dev.messageboard.api.message;

import dev.messageboard.api.board.BoardSettings;
import dev.messageboard.api.board.Posting;
import dev.messageboard.api.moderation.CurrentRules;
import dev.messageboard.api.problem.FieldError;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import dev.messageboard.api.problem.RequestBody;
import dev.messageboard.api.text.MessageText;
import dev.messageboard.api.text.Normal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An author changes the text of a message, for a while after posting it. */
@ApplicationScoped
class Editing {

  private final BoardSettings settings;
  private final MessageText text;
  private final CurrentRules rules;

  Editing(BoardSettings settings, MessageText text, CurrentRules rules) {
    this.settings = settings;
    this.text = text;
    this.rules = rules;
  }

  /** Under the same rules as a new message: else links would come in by the back door. */
  @Transactional
  Message edit(long id, MessageEdit edit, HttpHeaders headers, byte[] client) {
    rules.get().requireUnblocked(client, Instant.now());
    RequestBody.required(edit);
    String body = Normal.lines(edit.body());
    text.wrongBody(body).ifPresent(Editing::refuse);
    Message message = editable(id);
    OwnMessages.requireAuthor(message, headers);
    requireOpen(message);
    ETags.requireCurrent(required(headers), message);
    message.edit(body, Moment.now());
    if (message.state == MessageState.VISIBLE && needsAModerator(message)) {
      Transition.to(MessageState.PENDING, message);
    }
    return message;
  }

  private static Message editable(long id) {
    Optional<Message> found = Messages.locked(id);
    return found
        .filter(message -> message.state == MessageState.PENDING)
        .orElseGet(() -> Messages.shown(found));
  }

  private void requireOpen(Message message) {
    if (settings.posting() == Posting.CLOSED) {
      throw new ProblemException(ProblemType.BOARD_CLOSED, "This board takes no changes now.");
    }
    if (Instant.now().isAfter(message.createdAt.plus(settings.editWindow()))) {
      throw new ProblemException(
          ProblemType.EDIT_WINDOW_OVER,
          "A message can be edited for %s after it was posted."
              .formatted(settings.editWindow().toString().substring(2).toLowerCase()));
    }
  }

  private boolean needsAModerator(Message message) {
    return settings.posting() == Posting.MODERATED || rules.get().hold(message.body);
  }

  private static String required(HttpHeaders headers) {
    return Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_MATCH))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Send the header 'If-Match' with the ETag of the message you read."));
  }

  private static void refuse(FieldError error) {
    throw new ProblemException(
        ProblemType.INVALID_MESSAGE, "The message breaks a rule; see errors.", List.of(error));
  }
}
