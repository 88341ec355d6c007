package dev.messageboard.operator.database.provision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** Runs statements over one connection. */
final class Statements {

  private final Connection connection;

  Statements(Connection connection) {
    this.connection = connection;
  }

  void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void update(String sql, Object... values) throws SQLException {
    try (var statement = prepared(sql, values)) {
      statement.executeUpdate();
    }
  }

  /** The only column of the first row. */
  Optional<String> first(String sql, Object... values) throws SQLException {
    try (var statement = prepared(sql, values);
        var rows = statement.executeQuery()) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
    }
  }

  boolean isOne(String sql, Object... values) throws SQLException {
    return first(sql, values).filter("1"::equals).isPresent();
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
