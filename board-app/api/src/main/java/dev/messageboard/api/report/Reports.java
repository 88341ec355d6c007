package dev.messageboard.api.report;

import dev.messageboard.api.flood.OtherActions;
import dev.messageboard.api.message.Message;
import dev.messageboard.api.message.MessageState;
import dev.messageboard.api.message.Messages;
import dev.messageboard.api.message.Moment;
import dev.messageboard.api.message.Transition;
import dev.messageboard.api.moderation.Audit;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Counts reports; what many readers object to is hidden until a moderator has seen it. */
@ApplicationScoped
class Reports {

  private static final int HIDE_AT = 5;

  private final OtherActions flood;

  Reports(OtherActions flood) {
    this.flood = flood;
  }

  @Transactional
  void add(long id, String reason, byte[] client) {
    flood.count(client);
    Message message = Messages.shown(Messages.locked(id));
    if (Report.count("messageId = ?1 and clientHash = ?2", id, client) > 0) {
      throw new ProblemException(
          ProblemType.ALREADY_REPORTED, "You have reported this message already.");
    }
    Report report = new Report();
    report.messageId = id;
    report.clientHash = client;
    report.reason = reason;
    report.createdAt = Moment.now();
    report.persist();
    message.reportCount++;
    if (message.reportCount >= HIDE_AT) {
      Transition.to(MessageState.HIDDEN, message);
      Audit.note("hide-by-reports", String.valueOf(id), "");
    }
  }
}
