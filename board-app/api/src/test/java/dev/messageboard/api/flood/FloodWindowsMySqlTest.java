package dev.messageboard.api.flood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.flood.FloodWindows.Action;
import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Connections of their own stand for replicas: they share nothing but the database. */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class FloodWindowsMySqlTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Limits TEN = new Limits(10, 60);

  @Test
  void replicasThatCountAtTheSameTimeAllowNoMoreThanTheLimit() {
    Board.clear();
    ByteBuffer client = ByteBuffer.wrap(new byte[16]);

    long allowed = IntStream.range(0, 40).parallel().filter(i -> taken(client)).count();

    assertThat(allowed).isEqualTo(10);
  }

  private static boolean taken(ByteBuffer client) {
    try (Connection replica = RealMySql.get().connect(BoardDatabase.NAME)) {
      replica.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      replica.setAutoCommit(false);
      TreeSet<ByteBuffer> clients = new TreeSet<>();
      clients.add(client);
      FloodWindows windows = new FloodWindows(replica, Action.POST);
      Verdict verdict = windows.lock(clients, NOW).get(client).take(NOW, TEN);
      TreeMap<ByteBuffer, Window> used = new TreeMap<>();
      used.put(client, verdict.window());
      windows.write(used);
      replica.commit();
      return verdict.isAllowed();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
