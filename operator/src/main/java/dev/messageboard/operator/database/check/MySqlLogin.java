package dev.messageboard.operator.database.check;

import dev.messageboard.operator.desired.Credentials;
import dev.messageboard.operator.status.DatabaseCheck;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;

/** Logs in with the API's own driver and looks whether the board could work. */
final class MySqlLogin implements Login {

  @Override
  public DatabaseCheck attempt(CheckOrder order) {
    try (var connection = connect(order)) {
      var server = ServerFacts.read(connection);
      BoardRights.demand(connection, server.schemaVersion().isPresent());
      return DatabaseCheck.connected(
          "the operator logged in at " + order.binding().endpoint(), server);
    } catch (SQLException | GeneralSecurityException | IOException e) {
      return failed(order, e);
    }
  }

  static DatabaseCheck failed(CheckOrder order, Throwable cause) {
    return DatabaseCheck.failed(
        ToldFailure.of(
            cause,
            "The login of board %s/%s".formatted(order.namespace(), order.board()),
            order.binding().endpoint(),
            order.secret()));
  }

  private static Connection connect(CheckOrder order)
      throws SQLException, GeneralSecurityException, IOException {
    var binding = order.binding();
    return MySqlConnection.open(
        order.host(),
        binding.port(),
        binding.database(),
        new Credentials(binding.username(), binding.password()),
        binding.tls(),
        order.timeout());
  }
}
