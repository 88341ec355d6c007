package dev.messageboard.api.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Gives Flyway connections of its own: the pool's five seconds are too short to wait for another
 * pod's migration or to alter a large table.
 */
@ApplicationScoped
public class MigrationConnection implements FlywayConfigurationCustomizer {

  private final LongConnections connections;

  MigrationConnection(LongConnections connections) {
    this.connections = connections;
  }

  @Override
  public void customize(FluentConfiguration configuration) {
    configuration.dataSource(new BoardDataSource(connections));
  }
}
