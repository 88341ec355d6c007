package dev.messageboard.api.posting;

import dev.messageboard.api.database.Rows;
import dev.messageboard.api.message.MessageState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/** Finds the threads that replies belong to, and counts them there. */
record ThreadStatements(Connection connection) {

  private static final String VISIBLE =
      "SELECT id, COALESCE(parent_id, id) FROM message WHERE state = 0 AND id IN " + Rows.PLACES;

  private static final String LOCK_ROOTS =
      "SELECT id, state FROM message WHERE id IN " + Rows.PLACES + " ORDER BY id FOR UPDATE";

  private static final String COUNT =
      """
      UPDATE message SET reply_count = reply_count + ?, activity = activity + 1, changed_at = ?
      WHERE id = ?""";

  /** Parent to root, of the parents that can be answered; their roots are locked. */
  Map<Long, Long> rootsOf(Collection<Long> parents) throws SQLException {
    Map<Long, Long> roots = new HashMap<>();
    if (parents.isEmpty()) {
      return roots;
    }
    try (PreparedStatement query = connection.prepareStatement(VISIBLE)) {
      Rows.fill(query, 1, parents);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          roots.put(rows.getLong(1), rows.getLong(2));
        }
      }
    }
    Map<Long, MessageState> states = lock(new TreeSet<>(roots.values()));
    roots.values().removeIf(root -> states.get(root) != MessageState.VISIBLE);
    return roots;
  }

  /** Adds to the number of replies of each root. */
  void count(SortedMap<Long, Integer> replies, Instant now) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(COUNT)) {
      for (Map.Entry<Long, Integer> entry : replies.entrySet()) {
        update.setInt(1, entry.getValue());
        update.setObject(2, Rows.utc(now));
        update.setLong(3, entry.getKey());
        update.addBatch();
      }
      if (!replies.isEmpty()) {
        update.executeBatch();
      }
    }
  }

  private Map<Long, MessageState> lock(Collection<Long> ids) throws SQLException {
    Map<Long, MessageState> states = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(LOCK_ROOTS)) {
      Rows.fill(query, 1, ids);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          states.put(rows.getLong(1), MessageState.values()[rows.getInt(2)]);
        }
      }
    }
    return states;
  }
}
