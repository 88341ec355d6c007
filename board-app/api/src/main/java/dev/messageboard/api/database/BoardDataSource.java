package dev.messageboard.api.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.internal.jdbc.DriverDataSource;

/**
 * Connections for Flyway, each with a login of its own: a token does not outlive its quarter of an
 * hour.
 */
final class BoardDataSource extends DriverDataSource {

  private final LongConnections connections;

  BoardDataSource(LongConnections connections) {
    super(
        BoardDataSource.class.getClassLoader(),
        null,
        connections.url(),
        connections.user(),
        "",
        connections.properties());
    this.connections = connections;
  }

  @Override
  protected Connection getConnectionFromDriver(String user, String none) throws SQLException {
    return super.getConnectionFromDriver(user, connections.board().password());
  }
}
