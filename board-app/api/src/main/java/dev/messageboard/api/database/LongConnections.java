package dev.messageboard.api.database;

import io.quarkus.credentials.CredentialsProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Connections outside the pool, for what takes longer than a request may. */
@ApplicationScoped
public class LongConnections {

  static final Map<String, String> TIMEOUTS =
      Map.of("connectTimeout", "3000", "socketTimeout", "600000", "tcpKeepAlive", "true");

  private final String url;
  private final String user;
  private final Supplier<String> password;
  private final Optional<String> trustStore;

  LongConnections(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
      @ConfigProperty(name = LoginByIam.CHOSEN) Optional<String> provider,
      @Named(LoginByIam.PROVIDER) CredentialsProvider tokens,
      @ConfigProperty(name = TrustedAuthorities.PREFIX + TrustStore.URL)
          Optional<String> trustStore) {
    this.url = url;
    this.user = user;
    this.password = provider.isPresent() ? () -> token(tokens) : () -> password.orElse("");
    this.trustStore = trustStore;
  }

  /** The board's own database, for one connection: a token is made when it is asked for. */
  public Login board() {
    return new Login(url, user, password.get());
  }

  /** To any database whose certificate the board's authorities have signed. */
  public Connection open(Login login, Map<String, String> more) throws SQLException {
    Properties all = new Properties();
    all.putAll(properties());
    all.putAll(more);
    all.putAll(Map.of("user", login.user(), "password", login.password()));
    return DriverManager.getConnection(login.url(), all);
  }

  String url() {
    return url;
  }

  String user() {
    return user;
  }

  private static String token(CredentialsProvider tokens) {
    return tokens
        .getCredentials(LoginByIam.PROVIDER)
        .get(CredentialsProvider.PASSWORD_PROPERTY_NAME);
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
