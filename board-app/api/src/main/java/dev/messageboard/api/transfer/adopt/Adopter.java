package dev.messageboard.api.transfer.adopt;

import dev.messageboard.api.database.Transactions;
import dev.messageboard.api.transfer.ImportStatements;
import dev.messageboard.api.transfer.Line;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The board that adopts: its messages, and which rows of one source they were. */
record Adopter(AgroalDataSource database, String source) {

  Set<String> known(Collection<String> rows) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new AdoptedRows(connection, source).known(rows);
    }
  }

  Map<String, Long> threads() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new AdoptedRows(connection, source).threads();
    }
  }

  /** Both or neither: a message and whence it came. Returns the ids, in the same order. */
  List<Long> write(List<String> rows, List<Line> lines) throws SQLException {
    return Transactions.run(
        database,
        connection -> {
          List<Long> ids = new ImportStatements(connection).add(lines);
          new AdoptedRows(connection, source).remember(rows, ids);
          return ids;
        });
  }
}
