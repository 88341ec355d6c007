package dev.messageboard.api.transfer.adopt;

import dev.messageboard.api.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which row of an old table became which message. */
record AdoptedRows(Connection connection, String source) {

  private static final String KNOWN =
      "SELECT row_id FROM adopted_row WHERE source = ? AND row_id IN " + Rows.PLACES;

  private static final String THREADS =
      """
      SELECT a.row_id, COALESCE(m.parent_id, m.id) FROM adopted_row a
      JOIN message m ON m.id = a.message_id WHERE a.source = ?""";

  private static final String REMEMBER =
      "INSERT INTO adopted_row (source, row_id, message_id) VALUES (?, ?, ?)";

  /** Those of the rows that were adopted before, at most {@link Rows#LIST}. */
  Set<String> known(Collection<String> rows) throws SQLException {
    Set<String> known = new HashSet<>();
    try (PreparedStatement query = connection.prepareStatement(KNOWN)) {
      query.setString(1, source);
      Rows.fill(query, 2, rows);
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          known.add(found.getString(1));
        }
      }
    }
    return known;
  }

  /** For each adopted row the message whose thread it stands in. */
  Map<String, Long> threads() throws SQLException {
    Map<String, Long> threads = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(THREADS)) {
      query.setString(1, source);
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          threads.put(found.getString(1), found.getLong(2));
        }
      }
    }
    return threads;
  }

  void remember(List<String> rows, List<Long> messages) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
      for (int i = 0; i < rows.size(); i++) {
        insert.setString(1, source);
        insert.setString(2, rows.get(i));
        insert.setLong(3, messages.get(i));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
