package dev.messageboard.operator.database.check;

import com.mysql.cj.jdbc.NonRegisteringDriver;
import dev.messageboard.operator.desired.Credentials;
import dev.messageboard.operator.desired.Tls;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** Connects with the API's own driver; nothing waits longer than its timeout. */
public final class MySqlConnection {

  static {
    // A thread that mourns forgotten connections; ours are closed where they are opened.
    System.setProperty("com.mysql.cj.disableAbandonedConnectionCleanup", "true");
  }

  private MySqlConnection() {}

  /**
   * @param database to use; empty for none
   */
  public static Connection open(
      String host, int port, String database, Credentials who, Tls tls, Duration timeout)
      throws SQLException, GeneralSecurityException, IOException {
    var millis = Long.toString(timeout.toMillis());
    var properties = new Properties();
    properties.setProperty("user", who.username());
    properties.setProperty("password", who.password());
    properties.setProperty("connectTimeout", millis);
    properties.setProperty("socketTimeout", millis);
    properties.setProperty("connectionAttributes", "program_name:messageboard-operator");
    protect(properties, tls);
    var url = "jdbc:mysql://%s:%d/%s".formatted(host, port, database);
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
