package dev.messageboard.api.posting;

import dev.messageboard.api.database.Rows;
import dev.messageboard.api.message.Message;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The statements of one batch of posts. Plain SQL: Hibernate writes rows with generated ids one by
 * one, and README.md has the figure that this costs.
 */
record PostStatements(Connection connection) {

  static final int MAX_BATCH = Rows.LIST;

  private static final String KNOWN =
      """
      SELECT idempotency_key, id, content_hash, created_at FROM message
      WHERE idempotency_key IN\s"""
          + Rows.PLACES;

  private static final String RECENT =
      """
      SELECT client_hash, content_hash FROM message
      WHERE created_at > ? AND state <> 3 AND client_hash IN\s"""
          + Rows.PLACES;

  private static final String INSERT =
      """
      INSERT INTO message (author, body, parent_id, state, listed, created_at, changed_at,
      token_hash, client_hash, content_hash, idempotency_key)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id""";

  /** Rows that an earlier try has already made, by key. */
  Map<ByteBuffer, Known> known(Collection<ByteBuffer> keys) throws SQLException {
    Map<ByteBuffer, Known> known = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(KNOWN)) {
      Rows.fill(query, 1, keys);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          known.put(
              ByteBuffer.wrap(rows.getBytes(1)),
              new Known(
                  rows.getLong(2),
                  ByteBuffer.wrap(rows.getBytes(3)),
                  Rows.instant(rows.getObject(4, LocalDateTime.class))));
        }
      }
    }
    return known;
  }

  /** What these clients have posted since, as (client, content). */
  Set<Posted> recent(Collection<ByteBuffer> clients, Instant since) throws SQLException {
    Set<Posted> recent = new HashSet<>();
    try (PreparedStatement query = connection.prepareStatement(RECENT)) {
      query.setObject(1, Rows.utc(since));
      Rows.fill(query, 2, clients);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          recent.add(
              new Posted(ByteBuffer.wrap(rows.getBytes(1)), ByteBuffer.wrap(rows.getBytes(2))));
        }
      }
    }
    return recent;
  }

  /** The unique key decides between tries of one message that reach two replicas at once. */
  void insert(Collection<Message> messages) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Message message : messages) {
        insert.setString(1, message.author);
        insert.setString(2, message.body);
        insert.setObject(3, message.parentId);
        insert.setInt(4, message.state.ordinal());
        insert.setBoolean(5, message.listed);
        insert.setObject(6, Rows.utc(message.createdAt));
        insert.setObject(7, Rows.utc(message.changedAt));
        insert.setBytes(8, message.tokenHash);
        insert.setBytes(9, message.clientHash);
        insert.setBytes(10, message.contentHash);
        insert.setBytes(11, message.idempotencyKey);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** A row of an earlier try. */
  record Known(long id, ByteBuffer content, Instant createdAt) {}

  /** Who posted what. */
  record Posted(ByteBuffer client, ByteBuffer content) {}
}
