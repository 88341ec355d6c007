package dev.messageboard.operator.database.check;

import dev.messageboard.operator.status.DatabaseServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What a server tells about itself and about the board's database. */
final class ServerFacts {

  private static final int READ_ONLY = 1290;

  private ServerFacts() {}

  static DatabaseServer read(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT @@version, IF(@@session.max_user_connections > 0, LEAST(@@session.max_user_connections, @@max_connections), @@max_connections), @@read_only")) {
      row.next();
      if (row.getBoolean(3)) {
        throw new SQLException("the server is read-only", "HY000", READ_ONLY);
      }
      return new DatabaseServer(
          row.getString(1),
          schemaVersion(connection),
          row.getInt(2),
          CertificateExpiry.read(connection));
    }
  }

  /**
   * Flyway's history is the truth about the schema; a database without it is empty, and one that
   * has only the baseline, version 0, has nothing of a board yet.
   */
  private static Optional<String> schemaVersion(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT version FROM flyway_schema_history WHERE success AND version <> '0'"
                    + " ORDER BY installed_rank DESC LIMIT 1")) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      if (e.getErrorCode() == ServerErrors.NO_SUCH_TABLE) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
