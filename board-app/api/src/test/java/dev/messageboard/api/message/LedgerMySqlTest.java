package dev.messageboard.api.message;

import static dev.messageboard.api.mysql.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Clients that repeat what failed under the same key, against a server that is killed at any
 * moment: what was confirmed is there, and there once.
 */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class LedgerMySqlTest {

  private static final int CLIENTS = 8;
  private static final int KILLS = Integer.getInteger("ledger.kills", 3);
  private static final int POSTS_BETWEEN_KILLS = 150;

  private final RealMySql server = RealMySql.running();
  private final Map<String, String> ledger = new ConcurrentHashMap<>();
  private final AtomicBoolean open = new AtomicBoolean(true);

  @Test
  void noConfirmedPostIsLostAndNoneIsDoubled() throws InterruptedException {
    Board.clear();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    for (int i = 0; i < CLIENTS; i++) {
      clients.execute(this::postUntilClosed);
    }
    try {
      killOftenWhileTheyPost();
    } finally {
      open.set(false);
      clients.shutdown();
      assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(server.query("SELECT COUNT(*) FROM board.message"))
        .isEqualTo(String.valueOf(ledger.size()));
    assertThat(server.query("SELECT COUNT(DISTINCT body) FROM board.message"))
        .isEqualTo(String.valueOf(ledger.size()));
    ledger.forEach((body, id) -> assertThat(Board.read(id).<String>path("body")).isEqualTo(body));
  }

  private void killOftenWhileTheyPost() {
    for (int kill = 1; kill <= KILLS; kill++) {
      int posted = kill * POSTS_BETWEEN_KILLS;
      await().until(() -> ledger.size() >= posted);
      server.kill();
      server.start();
    }
  }

  private void postUntilClosed() {
    while (open.get()) {
      String key = UUID.randomUUID().toString();
      Response answer = post(key);
      while (answer.statusCode() == 503) {
        answer = post(key);
      }
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
      ledger.put(key, answer.path("id"));
    }
  }

  private static Response post(String key) {
    return Board.request()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(Map.of("author", "Ledger", "body", key))
        .post("/api/v1/messages");
  }
}
