package dev.messageboard.api.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Connections outside the pool, for what takes longer than a request may. */
@ApplicationScoped
public class LongConnections {

  static final Map<String, String> TIMEOUTS =
      Map.of("connectTimeout", "3000", "socketTimeout", "600000", "tcpKeepAlive", "true");

  private final String url;
  private final String user;
  private final String password;
  private final Optional<String> trustStore;

  LongConnections(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password,
      @ConfigProperty(name = TrustedAuthorities.PREFIX + TrustStore.URL)
          Optional<String> trustStore) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.trustStore = trustStore;
  }

  /** The board's own database. */
  public Login board() {
    return new Login(url, user, password);
  }

  /** To any database whose certificate the board's authorities have signed. */
  public Connection open(Login login, Map<String, String> more) throws SQLException {
    Properties all = new Properties();
    all.putAll(properties());
    all.putAll(more);
    all.putAll(Map.of("user", login.user(), "password", login.password()));
    return DriverManager.getConnection(login.url(), all);
  }

  Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>(TIMEOUTS);
    trustStore.map(TrustStore::properties).ifPresent(properties::putAll);
    return properties;
  }

  /** Where, and as whom. */
  public record Login(String url, String user, String password) {

    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }
}
