package dev.messageboard.api.database;

import com.mysql.cj.exceptions.StatementIsClosedException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The error numbers of the MySQL reference that mean "not now", not "wrong statement". */
final class MySqlErrors {

  private static final String CONNECTION_CLASS = "08";
  private static final Set<DatabaseFailure> SPOILED =
      EnumSet.of(DatabaseFailure.READ_ONLY, DatabaseFailure.CONNECTION_LOST);

  private MySqlErrors() {}

  static Optional<DatabaseFailure> classify(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 1045, 1698, 3118, 1862 -> Optional.of(DatabaseFailure.ACCESS_DENIED);
      case 1049 -> Optional.of(DatabaseFailure.UNKNOWN_DATABASE);
      case 1044, 1142, 1143, 1227 -> Optional.of(DatabaseFailure.PERMISSION_DENIED);
      case 1040, 1203, 1226 -> Optional.of(DatabaseFailure.TOO_MANY_CONNECTIONS);
      case 1054, 1146 -> Optional.of(DatabaseFailure.SCHEMA_BEHIND);
      case 1290, 1792, 1836 -> Optional.of(DatabaseFailure.READ_ONLY);
      case 1205, 1213 -> Optional.of(DatabaseFailure.CONTENTION);
      case 1053, 1927, 3024 -> Optional.of(DatabaseFailure.CONNECTION_LOST);
      default -> byCause(failure).or(() -> bySqlState(failure.getSQLState()));
    };
  }

  /** After a fail-over the old writer still answers, but refuses to write. */
  static boolean spoilsTheConnection(SQLException failure) {
    return classify(failure).filter(SPOILED::contains).isPresent();
  }

  /** A link that breaks within a batch closes the statement, and that is all the driver says. */
  private static Optional<DatabaseFailure> byCause(SQLException failure) {
    return failure.getCause() instanceof StatementIsClosedException
        ? Optional.of(DatabaseFailure.CONNECTION_LOST)
        : Optional.empty();
  }

  private static Optional<DatabaseFailure> bySqlState(String state) {
    return state != null && state.startsWith(CONNECTION_CLASS)
        ? Optional.of(DatabaseFailure.CONNECTION_LOST)
        : Optional.empty();
  }
}
