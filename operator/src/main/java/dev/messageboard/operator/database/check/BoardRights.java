package dev.messageboard.operator.database.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * EXPLAIN asks for the same rights as the statement that it explains, heeds roles, and changes
 * nothing.
 */
final class BoardRights {

  private static final List<String> NEEDED =
      List.of(
          "EXPLAIN SELECT id FROM message WHERE id = 0",
          "EXPLAIN INSERT INTO message (id) SELECT id FROM message WHERE FALSE",
          "EXPLAIN UPDATE message SET body = '' WHERE id = 0",
          "EXPLAIN DELETE FROM message WHERE id = 0");

  private BoardRights() {}

  /**
   * Fails as the board's own statements would.
   *
   * @param isMigrated before the first migration there may be no table, or one that is to be
   *     adopted
   */
  static void demand(Connection connection, boolean isMigrated) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var right : NEEDED) {
        statement.execute(right);
      }
    } catch (SQLException e) {
      if (isMigrated || !ServerErrors.lacksWhatIsAskedFor(e)) {
        throw e;
      }
    }
  }
}
