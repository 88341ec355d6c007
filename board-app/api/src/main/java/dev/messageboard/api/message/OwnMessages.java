package dev.messageboard.api.message;

import dev.messageboard.api.access.Admin;
import dev.messageboard.api.access.EditToken;
import dev.messageboard.api.board.BoardSettings;
import dev.messageboard.api.board.DeletePolicy;
import dev.messageboard.api.moderation.Audit;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Deleting, by the author or whom else the board allows. */
@ApplicationScoped
class OwnMessages {

  private final BoardSettings settings;
  private final Admin admin;

  OwnMessages(BoardSettings settings, Admin admin) {
    this.settings = settings;
    this.admin = admin;
  }

  /** Deleting twice is deleting once. */
  @Transactional
  void delete(long id, HttpHeaders headers) {
    boolean byAdmin = admin.isPresentIn(headers);
    Message message = Messages.locked(id).orElseThrow(Messages::notFound);
    if (!byAdmin) {
      requireRight(message, headers);
    }
    String ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (message.state == MessageState.DELETED) {
      return;
    }
    if (ifMatch != null) {
      ETags.requireCurrent(ifMatch, message);
    }
    Transition.to(MessageState.DELETED, message);
    if (byAdmin) {
      Audit.note("delete", String.valueOf(id), "");
    }
  }

  private void requireRight(Message message, HttpHeaders headers) {
    if (settings.deletePolicy() == DeletePolicy.ADMIN) {
      throw Admin.missing();
    }
    if (settings.deletePolicy() == DeletePolicy.AUTHOR) {
      requireAuthor(message, headers);
    }
  }

  static void requireAuthor(Message message, HttpHeaders headers) {
    String token =
        Optional.ofNullable(headers.getHeaderString(EditToken.HEADER))
            .orElseThrow(
                () ->
                    new ProblemException(
                            ProblemType.TOKEN_REQUIRED,
                            "Send the header 'Message-Token' with the editToken of the post.")
                        .with(HttpHeaders.WWW_AUTHENTICATE, EditToken.HEADER));
    if (!EditToken.matches(token, message.tokenHash)) {
      throw new ProblemException(ProblemType.WRONG_TOKEN, "This is not the token of this message.");
    }
  }
}
