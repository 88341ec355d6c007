package dev.messageboard.operator;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.platform.BoardMetrics;
import dev.messageboard.operator.platform.EventRecorder;
import dev.messageboard.operator.status.BoardObservation;
import dev.messageboard.operator.status.DeletionNews;
import dev.messageboard.operator.status.FrontCertificate;
import dev.messageboard.operator.status.News;
import dev.messageboard.operator.status.Problem;
import dev.messageboard.operator.status.StatusAssembler;
import dev.messageboard.operator.workflow.ApplyProblems;
import dev.messageboard.operator.workflow.StatusWriter;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.RetryInfo;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What was seen is told: in the status, in Events, in figures. */
final class Reporter {

  private static final Logger LOG = Logger.getLogger(Reporter.class);

  private final KubernetesClient client;
  private final StatusAssembler assembler;
  private final EventRecorder events;
  private final BoardMetrics metrics;
  private final StatusWriter writer;

  Reporter(KubernetesClient client, Clock clock, EventRecorder events, BoardMetrics metrics) {
    this.client = client;
    this.assembler = new StatusAssembler(clock);
    this.writer = new StatusWriter(clock);
    this.events = events;
    this.metrics = metrics;
  }

  Optional<MessageBoardStatus> lastStatus(MessageBoard board) {
    return writer.lastStatus(board);
  }

  /** How long a status still waits to be written. */
  Optional<Duration> due(MessageBoard board) {
    return writer.due(board);
  }

  MessageBoardStatus report(BoardObservation seen, Context<MessageBoard> context) {
    var board = seen.board();
    var before = writer.lastStatus(board);
    var status = assembler.assemble(seen, before);
    writer.write(board, status, context);
    events.tell(board, News.between(before, status, seen));
    metrics.show(board, status, seen.database().server());
    metrics.count(before, status);
    metrics.count(seen.findings().drifts());
    metrics.showCertificate(
        board, seen.findings().named().certificate().map(FrontCertificate::notAfter));
    if (ApplyProblems.deserveRetry(seen.findings().apply())) {
      throw new AppliedInPart(seen.findings().apply());
    }
    return status;
  }

  /**
   * A deleted board that stays until its database is dropped.
   *
   * @param trouble why it is not; empty while it is under way
   */
  void reportDeletion(MessageBoard board, Optional<Problem> trouble) {
    var before = writer.lastStatus(board);
    var status = assembler.assemble(board, trouble, before);
    writer.write(board, status, client);
    events.tell(board, DeletionNews.between(before, status));
    metrics.show(board, status);
  }

  /** A deleted board that was let go; its namespace may take no Events any more, so the log too. */
  void reportEnd(MessageBoard board, boolean isDropped, Optional<Problem> left) {
    var notices = DeletionNews.end(board, isDropped, left);
    var name = ResourceID.fromResource(board);
    notices.forEach(notice -> LOG.infof("Deleted board %s: %s", name, notice.message()));
    events.tell(board, notices);
  }

  /** Once may be a hiccup. One that could tell what it saw has done so. */
  void reportFailure(MessageBoard board, Exception failure, Context<MessageBoard> context) {
    var attempts = context.getRetryInfo().map(RetryInfo::getAttemptCount).orElse(0);
    if (attempts == 0 || failure instanceof AppliedInPart) {
      return;
    }
    var status = assembler.assemble(board, failure, writer.lastStatus(board));
    metrics.show(board, status);
    try {
      writer.write(board, status, context);
    } catch (KubernetesClientException e) {
      LOG.debugf("The failure of a pass could not be told: %s", e.getMessage());
    }
  }
}
