package dev.messageboard.api.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Gives Flyway connections of its own: the pool's five seconds are too short to wait for another
 * pod's migration or to alter a large table.
 */
@ApplicationScoped
public class MigrationConnection implements FlywayConfigurationCustomizer {

  static final Map<String, String> TIMEOUTS =
      Map.of("connectTimeout", "3000", "socketTimeout", "600000", "tcpKeepAlive", "true");

  private final String url;
  private final String user;
  private final String password;
  private final Optional<String> trustStore;

  MigrationConnection(
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

  @Override
  public void customize(FluentConfiguration configuration) {
    Map<String, String> properties = new HashMap<>(TIMEOUTS);
    trustStore.map(TrustStore::properties).ifPresent(properties::putAll);
    configuration.jdbcProperties(properties).dataSource(url, user, password);
  }
}
