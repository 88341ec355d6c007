package dev.messageboard.operator.database.check;

import com.mysql.cj.jdbc.NonRegisteringDriver;
import dev.messageboard.operator.desired.Tls;
import dev.messageboard.operator.status.DatabaseCheck;
import dev.messageboard.operator.status.Problem;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Logs in with the API's own driver and looks whether the board could work. */
final class MySqlLogin implements Login {

  private static final Logger LOG = Logger.getLogger(MySqlLogin.class);

  static {
    // A thread that mourns forgotten connections; ours are closed where they are opened.
    System.setProperty("com.mysql.cj.disableAbandonedConnectionCleanup", "true");
  }

  @Override
  public DatabaseCheck attempt(CheckOrder order) {
    try (var connection = connect(order)) {
      var server = ServerFacts.read(connection);
      BoardRights.demand(connection);
      return DatabaseCheck.connected(
          "the operator logged in at " + order.binding().endpoint(), server);
    } catch (SQLException | GeneralSecurityException | IOException e) {
      return failed(order, e);
    }
  }

  static DatabaseCheck failed(CheckOrder order, Throwable cause) {
    var failure = CheckFailure.of(cause);
    if (failure == CheckFailure.CheckFailed) {
      LOG.warnf(
          "The login of board %s/%s failed with %s",
          order.namespace(), order.board(), types(cause));
    }
    var told = failure.told(order.binding().endpoint(), order.secret());
    return DatabaseCheck.failed(new Problem(failure.name(), told + numbers(cause)));
  }

  /** What can be told of them without their texts, which may hold what is secret. */
  private static String types(Throwable cause) {
    return CheckFailure.causes(cause)
        .map(inner -> inner.getClass().getName() + numbers(inner))
        .collect(Collectors.joining(", because of "));
  }

  private static String numbers(Throwable cause) {
    return cause instanceof SQLException sql && sql.getErrorCode() != 0
        ? " (MySQL error %d)".formatted(sql.getErrorCode())
        : "";
  }

  private static Connection connect(CheckOrder order)
      throws SQLException, GeneralSecurityException, IOException {
    var millis = Long.toString(order.timeout().toMillis());
    var properties = new Properties();
    properties.setProperty("user", order.binding().username());
    properties.setProperty("password", order.binding().password());
    properties.setProperty("connectTimeout", millis);
    properties.setProperty("socketTimeout", millis);
    properties.setProperty("connectionAttributes", "program_name:messageboard-operator");
    protect(properties, order.binding().tls());
    var url =
        "jdbc:mysql://%s:%d/%s"
            .formatted(order.host(), order.binding().port(), order.binding().database());
    return new NonRegisteringDriver().connect(url, properties);
  }

  private static void protect(Properties properties, Tls tls)
      throws GeneralSecurityException, IOException {
    properties.setProperty("sslMode", tls.sslMode());
    properties.setProperty("allowPublicKeyRetrieval", Boolean.toString(tls.mayBeClearText()));
    if (tls.ca().isPresent()) {
      var store = TrustStore.of(tls.ca().get());
      properties.setProperty("trustCertificateKeyStoreUrl", store.toUri().toString());
      properties.setProperty("trustCertificateKeyStoreType", TrustStore.TYPE);
      properties.setProperty("trustCertificateKeyStorePassword", TrustStore.PASSWORD);
    }
  }
}
