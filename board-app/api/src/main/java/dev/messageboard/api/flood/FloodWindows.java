package dev.messageboard.api.flood;

import dev.messageboard.api.database.Rows;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The windows of the clients in one batch. They stay locked until the transaction ends, so that
 * replicas count one after the other; in the order of the hashes, so that none waits in a circle.
 */
public record FloodWindows(Connection connection, Action action) {

  private static final String LOCK =
      """
      INSERT INTO flood_window (client_hash, action, minute_start, in_minute, hour_start, in_hour)
      VALUES (?, ?, ?, 0, ?, 0) ON DUPLICATE KEY UPDATE client_hash = client_hash""";

  private static final String READ =
      """
      SELECT client_hash, minute_start, in_minute, hour_start, in_hour FROM flood_window
      WHERE action = ? AND client_hash IN\s"""
          + Rows.PLACES;

  private static final String WRITE =
      """
      INSERT INTO flood_window (client_hash, action, minute_start, in_minute, hour_start, in_hour)
      VALUES (?, ?, ?, ?, ?, ?)
      ON DUPLICATE KEY UPDATE minute_start = VALUES(minute_start), in_minute = VALUES(in_minute),
      hour_start = VALUES(hour_start), in_hour = VALUES(in_hour)""";

  /** What is counted apart. The column holds the ordinal: never reorder. */
  public enum Action {
    POST,
    OTHER
  }

  /** At most {@link Rows#LIST} clients. */
  public Map<ByteBuffer, Window> lock(SortedSet<ByteBuffer> clients, Instant now)
      throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      for (ByteBuffer client : clients) {
        lock.setBytes(1, Rows.bytes(client));
        lock.setInt(2, action.ordinal());
        lock.setObject(3, Rows.utc(now));
        lock.setObject(4, Rows.utc(now));
        lock.addBatch();
      }
      lock.executeBatch();
    }
    return read(clients);
  }

  /** Keeps what was used. */
  public void write(SortedMap<ByteBuffer, Window> windows) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      for (Map.Entry<ByteBuffer, Window> entry : windows.entrySet()) {
        Window window = entry.getValue();
        write.setBytes(1, Rows.bytes(entry.getKey()));
        write.setInt(2, action.ordinal());
        write.setObject(3, Rows.utc(window.minuteStart()));
        write.setInt(4, window.inMinute());
        write.setObject(5, Rows.utc(window.hourStart()));
        write.setInt(6, window.inHour());
        write.addBatch();
      }
      write.executeBatch();
    }
  }

  private Map<ByteBuffer, Window> read(SortedSet<ByteBuffer> clients) throws SQLException {
    Map<ByteBuffer, Window> windows = new HashMap<>();
    try (PreparedStatement read = connection.prepareStatement(READ)) {
      read.setInt(1, action.ordinal());
      Rows.fill(read, 2, clients);
      try (ResultSet rows = read.executeQuery()) {
        while (rows.next()) {
          windows.put(ByteBuffer.wrap(rows.getBytes(1)), window(rows));
        }
      }
    }
    return windows;
  }

  private static Window window(ResultSet row) throws SQLException {
    return new Window(
        Rows.instant(row.getObject(2, LocalDateTime.class)),
        row.getInt(3),
        Rows.instant(row.getObject(4, LocalDateTime.class)),
        row.getInt(5));
  }
}
