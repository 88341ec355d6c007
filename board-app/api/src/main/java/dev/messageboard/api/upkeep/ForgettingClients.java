package dev.messageboard.api.upkeep;

import dev.messageboard.api.database.Rows;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Takes from old messages who posted them. It walks along the primary key and remembers how far it
 * has come, because no index leads to rows that still have a client.
 */
@ApplicationScoped
class ForgettingClients {

  private static final String DONE = "SELECT position FROM housekeeping WHERE task = 'clients'";

  private static final String NEXT =
      """
      SELECT MAX(id), COUNT(*) FROM
      (SELECT id, created_at FROM message WHERE id > ? ORDER BY id LIMIT 500) AS oldest
      WHERE created_at < ?""";

  private static final String FORGET =
      """
      UPDATE message SET client_hash = NULL, idempotency_key = NULL
      WHERE id > ? AND id <= ? AND (client_hash IS NOT NULL OR idempotency_key IS NOT NULL)""";

  private static final String REMEMBER =
      """
      INSERT INTO housekeeping (task, position) VALUES ('clients', ?)
      ON DUPLICATE KEY UPDATE position = VALUES(position)""";

  private final AgroalDataSource database;

  ForgettingClients(AgroalDataSource database) {
    this.database = database;
  }

  void run(Instant before) throws SQLException {
    boolean more = true;
    while (more) {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        more = batch(connection, before);
        connection.commit();
      }
    }
  }

  private static boolean batch(Connection connection, Instant before) throws SQLException {
    long done = done(connection);
    long last;
    boolean full;
    try (PreparedStatement next = connection.prepareStatement(NEXT)) {
      next.setLong(1, done);
      next.setObject(2, Rows.utc(before));
      try (ResultSet row = next.executeQuery()) {
        row.next();
        last = row.getLong(1);
        full = row.getLong(2) == 500;
      }
    }
    if (last > done) {
      update(connection, FORGET, done, last);
      update(connection, REMEMBER, last);
    }
    return full;
  }

  private static long done(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(DONE);
        ResultSet row = query.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static void update(Connection connection, String statement, long... places)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(statement)) {
      for (int i = 0; i < places.length; i++) {
        update.setLong(i + 1, places[i]);
      }
      update.executeUpdate();
    }
  }
}
