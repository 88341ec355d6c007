package dev.messageboard.operator.database.check;

import java.sql.SQLException;
import java.util.Optional;

/**
 * The numbers of the MySQL error reference, and the SQL states where the driver gives no number.
 */
final class ServerErrors {

  static final int NO_SUCH_TABLE = 1146;

  private static final int NO_SUCH_COLUMN = 1054;

  private ServerErrors() {}

  static boolean lacksWhatIsAskedFor(SQLException failure) {
    return classify(failure).filter(CheckFailure.SchemaBehind::equals).isPresent();
  }

  static Optional<CheckFailure> classify(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 1045, 1130, 1251, 1524, 1698, 1820, 1862, 3118, 3955, 4151 ->
          Optional.of(CheckFailure.AccessDenied);
      case 1049 -> Optional.of(CheckFailure.UnknownDatabase);
      case 1044, 1142, 1143, 1227, 1370, 1410 -> Optional.of(CheckFailure.PermissionDenied);
      case NO_SUCH_COLUMN, NO_SUCH_TABLE -> Optional.of(CheckFailure.SchemaBehind);
      case 1040, 1203, 1226 -> Optional.of(CheckFailure.TooManyConnections);
      case 1290, 1792, 1836 -> Optional.of(CheckFailure.ReadOnly);
      case 3159 -> Optional.of(CheckFailure.TlsFailure);
      case 3024 -> Optional.of(CheckFailure.Timeout);
      case 1053, 1129, 1152, 1158, 1159, 1160, 1161, 1184 ->
          Optional.of(CheckFailure.ConnectionRefused);
      default -> byState(failure.getSQLState());
    };
  }

  /**
   * The driver gives 08001 where a server that answers does not offer the TLS that is asked for.
   */
  private static Optional<CheckFailure> byState(String state) {
    if (state == null) {
      return Optional.empty();
    }
    if ("08001".equals(state)) {
      return Optional.of(CheckFailure.TlsFailure);
    }
    return switch (state.length() < 2 ? state : state.substring(0, 2)) {
      case "08" -> Optional.of(CheckFailure.ConnectionRefused);
      case "28" -> Optional.of(CheckFailure.AccessDenied);
      default -> Optional.empty();
    };
  }
}
