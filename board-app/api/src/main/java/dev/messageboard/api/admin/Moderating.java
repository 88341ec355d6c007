package dev.messageboard.api.admin;

import dev.messageboard.api.message.Message;
import dev.messageboard.api.message.MessageState;
import dev.messageboard.api.message.MessageViews;
import dev.messageboard.api.message.Messages;
import dev.messageboard.api.message.Transition;
import dev.messageboard.api.moderation.Audit;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;

/** Does what a moderator asks for, and writes it down in the same transaction. */
@ApplicationScoped
class Moderating {

  private final MessageViews views;

  Moderating(MessageViews views) {
    this.views = views;
  }

  @Transactional
  AdminView act(long id, Deed deed) {
    Message row = Messages.locked(id).orElseThrow(Messages::notFound);
    if (!deed.fits(row)) {
      throw new ProblemException(
          ProblemType.WRONG_STATE,
          "The message is %s.".formatted(row.state.name().toLowerCase(Locale.ROOT)));
    }
    deed.to(row);
    Audit.note(deed.slug(), String.valueOf(id), "");
    return AdminView.of(row, views.of(row));
  }

  @Transactional
  void delete(long id) {
    Message row = Messages.locked(id).orElseThrow(Messages::notFound);
    if (row.state != MessageState.DELETED) {
      Transition.to(MessageState.DELETED, row);
      Audit.note("delete", String.valueOf(id), "");
    }
  }
}
