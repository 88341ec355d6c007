package dev.messageboard.api.upkeep;

import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.RealMySql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Rows enough in every table that an index is worth it. */
final class Crowd {

  private static final String THOUSAND =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT ";

  private static final List<String> ROWS =
      List.of(
          "message (author, body, created_at, changed_at, client_hash, state, listed) "
              + THOUSAND
              + "'Ann', REPEAT('x', 200), NOW(6) - INTERVAL 1 DAY, NOW(6) - INTERVAL 1 DAY,"
              + " LEFT(UNHEX(SHA2(a.i, 256)), 16), IF(a.i % 100 < 97, 0, a.i % 100 - 96), a.i % 100"
              + " < 97 FROM n AS a CROSS JOIN (SELECT i FROM n LIMIT 5) AS b",
          "reaction (message_id, client_hash, name, created_at) "
              + THOUSAND
              + "i, LEFT(UNHEX(SHA2(i, 256)), 16), i % 6, NOW(6) FROM n",
          "report (message_id, client_hash, reason, created_at) "
              + THOUSAND
              + "i, LEFT(UNHEX(SHA2(i, 256)), 16), 'spam', NOW(6) FROM n",
          "audit (action, target, created_at) " + THOUSAND + "'hide', i, NOW(6) FROM n",
          "client_block (client_hash, created_at, expires_at) "
              + THOUSAND
              + "LEFT(UNHEX(SHA2(i, 256)), 16), NOW(6), NOW(6) + INTERVAL i - 990 DAY FROM n",
          "flood_window (client_hash, action, minute_start, in_minute, hour_start, in_hour) "
              + THOUSAND
              + "LEFT(UNHEX(SHA2(i, 256)), 16), 0, NOW(6), 1, NOW(6), 1 FROM n");

  private Crowd() {}

  static void fill(RealMySql server) throws SQLException {
    try (Connection connection = server.connect(BoardDatabase.NAME);
        var statement = connection.createStatement()) {
      for (String rows : ROWS) {
        statement.execute("INSERT INTO " + rows);
      }
      statement.execute(
          "ANALYZE TABLE message, reaction, report, audit, client_block, flood_window");
    }
  }

  static void leave(RealMySql server) {
    for (String table : List.of("reaction", "report", "audit", "client_block")) {
      server.execute("DELETE FROM board." + table);
    }
  }
}
