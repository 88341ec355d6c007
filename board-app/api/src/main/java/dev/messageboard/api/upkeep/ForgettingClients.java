package dev.messageboard.api.upkeep;

import dev.messageboard.api.database.Rows;
import dev.messageboard.api.database.Transactions;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Takes from old messages who posted them, and from old lines of the audit whom a moderator
 * blocked. It walks along the primary keys and remembers how far it has come, because no index
 * leads to rows that still have a client.
 */
@ApplicationScoped
class ForgettingClients {

  private static final String DONE = "SELECT position FROM housekeeping WHERE task = ?";

  private static final String REMEMBER =
      """
      INSERT INTO housekeeping (position, task) VALUES (?, ?)
      ON DUPLICATE KEY UPDATE position = VALUES(position)""";

  private static final int BATCH = 500;

  /** The next rows, and whether they may be passed. */
  private static final String NEXT =
      "SELECT id, created_at < ? OR %s FROM %s WHERE id > ? ORDER BY id LIMIT " + BATCH;

  private static final Walk MESSAGES =
      new Walk(
          "clients",
          // Imported rows have no client; they may be dated anyhow, and come behind younger ones.
          NEXT.formatted("(client_hash IS NULL AND idempotency_key IS NULL)", "message"),
          """
          UPDATE message SET client_hash = NULL, idempotency_key = NULL
          WHERE id > ? AND id <= ? AND (client_hash IS NOT NULL OR idempotency_key IS NOT NULL)""");

  private static final Walk AUDIT =
      new Walk(
          "audit",
          NEXT.formatted("FALSE", "audit"),
          """
          UPDATE audit SET target = 'forgotten'
          WHERE id > ? AND id <= ? AND action IN ('block', 'unblock')""");

  private final AgroalDataSource database;

  ForgettingClients(AgroalDataSource database) {
    this.database = database;
  }

  void run(Instant before) throws SQLException {
    run(MESSAGES, before);
    run(AUDIT, before);
  }

  private void run(Walk walk, Instant before) throws SQLException {
    boolean more = true;
    while (more) {
      more = Transactions.run(database, connection -> batch(connection, walk, before));
    }
  }

  private static boolean batch(Connection connection, Walk walk, Instant before)
      throws SQLException {
    long done = done(connection, walk);
    long last = done;
    int passed = 0;
    try (PreparedStatement next = connection.prepareStatement(walk.next())) {
      next.setObject(1, Rows.utc(before));
      next.setLong(2, done);
      try (ResultSet row = next.executeQuery()) {
        while (row.next() && row.getBoolean(2)) {
          last = row.getLong(1);
          passed++;
        }
      }
    }
    if (last > done) {
      update(connection, walk.forget(), done, last);
      update(connection, REMEMBER, last, walk.task());
    }
    return passed == BATCH;
  }

  private static long done(Connection connection, Walk walk) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(DONE)) {
      query.setString(1, walk.task());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private static void update(Connection connection, String statement, Object... values)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      update.executeUpdate();
    }
  }

  /** A table's next rows, what is taken from them, and the name under which the place is kept. */
  private record Walk(String task, String next, String forget) {}
}
