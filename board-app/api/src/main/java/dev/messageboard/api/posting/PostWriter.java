package dev.messageboard.api.posting;

import dev.messageboard.api.database.DatabaseFailure;
import dev.messageboard.api.database.Transactions;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Writes a batch of posts in one transaction and tells everybody what became of theirs. */
@ApplicationScoped
class PostWriter {

  private static final int ATTEMPTS = 3;
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final AgroalDataSource database;
  private final PostBatch batches;

  PostWriter(AgroalDataSource database, PostBatch batches) {
    this.database = database;
    this.batches = batches;
  }

  /** Two tries of one message go one after the other: the second has to see the first's row. */
  void write(List<PostQueue.Waiting> waiting) {
    List<PostQueue.Waiting> rest = waiting;
    while (!rest.isEmpty()) {
      Set<Object> keys = new HashSet<>();
      List<PostQueue.Waiting> now = new ArrayList<>();
      List<PostQueue.Waiting> later = new ArrayList<>();
      rest.forEach(one -> (keys.add(one.draft().key()) ? now : later).add(one));
      commit(now);
      rest = later;
    }
  }

  private void commit(List<PostQueue.Waiting> waiting) {
    try {
      List<Draft> drafts = waiting.stream().map(PostQueue.Waiting::draft).toList();
      List<Outcome> outcomes = retried(drafts);
      for (int i = 0; i < waiting.size(); i++) {
        waiting.get(i).outcome().complete(outcomes.get(i));
      }
    } catch (SQLException | RuntimeException failure) {
      settle(waiting, failure);
    }
  }

  /** A defect of one row must not fail the others; an outage fails all of them alike. */
  private void settle(List<PostQueue.Waiting> waiting, Exception failure) {
    if (waiting.size() == 1 || DatabaseFailure.of(failure).isPresent()) {
      waiting.forEach(one -> one.outcome().completeExceptionally(failure));
    } else {
      waiting.forEach(one -> commit(List.of(one)));
    }
  }

  /** Deadlocks and lock waits end one of two transactions: the loser starts over. */
  private List<Outcome> retried(List<Draft> drafts) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return Transactions.run(database, connection -> batches.write(drafts, connection));
      } catch (SQLException failure) {
        if (attempt == ATTEMPTS || !isContention(failure)) {
          throw failure;
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
      }
    }
  }

  private static boolean isContention(SQLException failure) {
    return DatabaseFailure.of(failure).filter(DatabaseFailure.CONTENTION::equals).isPresent();
  }
}
