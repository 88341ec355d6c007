package dev.messageboard.api.pod;

import static dev.messageboard.api.mysql.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Clients repeat what failed under the same key while mysqld and the pods are killed: what was
 * confirmed is there, and there once. {@code -Dledger.kills=200 -Dledger.posts=100000} at night.
 */
@Isolated
@NeedsMySql
class LedgerIT {

  private static final int CLIENTS = 8;
  private static final int KILLS = Integer.getInteger("ledger.kills", 4);
  private static final int POSTS = Integer.getInteger("ledger.posts", 800);

  private final RealMySql server = RealMySql.running();
  private final Ledger ledger = new Ledger();
  private final AtomicBoolean open = new AtomicBoolean(true);

  @Test
  void noConfirmedPostIsLostAndNoneIsDoubled() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try (Replicas board = new Replicas("ledger", Map.of())) {
      board.start();
      board.start();
      List<CompletableFuture<Void>> clients =
          Stream.generate(() -> CompletableFuture.runAsync(() -> postUntilClosed(board), threads))
              .limit(CLIENTS)
              .toList();
      killWhileTheyPost(board);
      open.set(false);
      clients.forEach(CompletableFuture::join);
    } finally {
      open.set(false);
      threads.shutdown();
    }
    assertThat(ledger.size()).isGreaterThanOrEqualTo(POSTS);
    ledger.matches("ledger");
    System.out.printf(
        "figure: ledger: %d posts, %d kills, 0 lost, 0 doubled%n", ledger.size(), KILLS);
  }

  /** Every second kill is the database's; the moment within a batch is up to chance. */
  private void killWhileTheyPost(Replicas board) {
    Random chance = new Random();
    for (int kill = 1; kill <= KILLS; kill++) {
      int posted = (int) ((long) POSTS * kill / KILLS) - chance.nextInt(1 + POSTS / KILLS / 2);
      await().until(() -> ledger.size() >= posted);
      if (kill % 2 == 0) {
        server.kill();
        server.start();
      } else {
        Pod victim = board.oldest();
        board.start();
        victim.kill();
        board.forget(victim);
      }
    }
    await().until(() -> ledger.size() >= POSTS);
  }

  private void postUntilClosed(Replicas board) {
    Caller caller = new Caller();
    while (open.get()) {
      ledger.post(caller, board);
    }
  }
}
