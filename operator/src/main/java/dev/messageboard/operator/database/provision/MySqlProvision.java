package dev.messageboard.operator.database.provision;

import dev.messageboard.operator.database.check.MySqlConnection;
import dev.messageboard.operator.database.check.ToldFailure;
import dev.messageboard.operator.status.Problem;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes what is lacking and leaves what is there, or drops what is the board's own; may be repeated
 * and done by two at once.
 */
final class MySqlProvision implements Provision {

  @Override
  public Outcome attempt(ProvisionOrder order) {
    try (var connection = connect(order)) {
      var server = new Statements(connection);
      return order.drops()
          ? new Reclaiming(server, order).run()
          : Outcome.done(new Provisioning(server, order).run());
    } catch (Taken e) {
      return Outcome.failed(e.problem());
    } catch (SQLException | GeneralSecurityException | IOException e) {
      return failed(order, e);
    }
  }

  static Outcome failed(ProvisionOrder order, Throwable cause) {
    var told =
        ToldFailure.of(
            cause,
            "Provisioning for board %s/%s".formatted(order.namespace(), order.board().getName()),
            order.binding().endpoint(),
            order.secret());
    return Outcome.failed("PermissionDenied".equals(told.reason()) ? lackingRights(order) : told);
  }

  private static Problem lackingRights(ProvisionOrder order) {
    return new Problem(
        "PermissionDenied",
        "the user of Secret %s may not make and drop databases and users at %s: GRANT it CREATE USER, SELECT ON mysql.*, and SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES ON *.* WITH GRANT OPTION"
            .formatted(order.secret(), order.binding().endpoint()));
  }

  private static Connection connect(ProvisionOrder order)
      throws SQLException, GeneralSecurityException, IOException {
    var binding = order.binding();
    return MySqlConnection.open(
        binding.host(), binding.port(), "", order.admin(), binding.tls(), order.timeout());
  }
}
