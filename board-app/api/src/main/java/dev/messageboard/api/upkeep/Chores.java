package dev.messageboard.api.upkeep;

import dev.messageboard.api.board.BoardSettings;
import dev.messageboard.api.database.Rows;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Deletes by time, at most 500 rows in a transaction, so that nobody waits for it. */
@ApplicationScoped
class Chores {

  private static final Duration MEMORY_OF_CLIENTS = Duration.ofDays(7);
  private static final Duration LIFE_OF_A_TOMBSTONE = Duration.ofDays(30);
  private static final int BATCH = 500;

  /** Oldest first along the primary key: the inner query stops at the first row that stays. */
  private static final String OLD_MESSAGES =
      """
      DELETE FROM message WHERE id IN (SELECT id FROM
      (SELECT id, created_at FROM message ORDER BY id LIMIT 500) AS oldest WHERE created_at < ?)""";

  private static final String TOMBSTONES =
      """
      DELETE FROM message WHERE state = 3 AND deleted_at < ? AND reply_count = 0
      ORDER BY state, id LIMIT 500""";

  private static final String REACTIONS =
      "DELETE FROM reaction WHERE created_at < ? ORDER BY created_at LIMIT 500";
  private static final String REPORTS =
      "DELETE FROM report WHERE created_at < ? ORDER BY created_at LIMIT 500";
  private static final String WINDOWS =
      "DELETE FROM flood_window WHERE hour_start < ? ORDER BY hour_start LIMIT 500";
  private static final String BLOCKS =
      "DELETE FROM client_block WHERE expires_at < ? ORDER BY expires_at LIMIT 500";

  private final AgroalDataSource database;
  private final BoardSettings settings;
  private final ForgettingClients forgetting;

  Chores(AgroalDataSource database, BoardSettings settings, ForgettingClients forgetting) {
    this.database = database;
    this.settings = settings;
    this.forgetting = forgetting;
  }

  void run() throws SQLException {
    Instant now = Instant.now();
    if (settings.retentionDays() > 0) {
      deleteAll(OLD_MESSAGES, now.minus(Duration.ofDays(settings.retentionDays())));
    }
    deleteAll(TOMBSTONES, now.minus(LIFE_OF_A_TOMBSTONE));
    Instant forgotten = now.minus(MEMORY_OF_CLIENTS);
    deleteAll(REACTIONS, forgotten);
    deleteAll(REPORTS, forgotten);
    deleteAll(WINDOWS, forgotten);
    deleteAll(BLOCKS, now);
    forgetting.run(forgotten);
  }

  private void deleteAll(String statement, Instant before) throws SQLException {
    int deleted = BATCH;
    while (deleted == BATCH) {
      try (Connection connection = database.getConnection();
          PreparedStatement delete = connection.prepareStatement(statement)) {
        delete.setObject(1, Rows.utc(before));
        deleted = delete.executeUpdate();
      }
    }
  }
}
