package dev.messageboard.api.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections for a pod's first visitors. Logging in takes long in a young JVM on a busy node, and
 * whoever makes the pool grow waits for that login, even while another connection becomes free.
 */
@ApplicationScoped
class WarmConnections {

  /** Both writers of posts and two readers. */
  private static final int WANTED = 4;

  private final AgroalDataSource pool;

  WarmConnections(AgroalDataSource pool) {
    this.pool = pool;
  }

  /** Leaves them idle in the pool; fails if there is none, and makes do with fewer. */
  void open() throws SQLException {
    int wanted = Math.min(WANTED, pool.getConfiguration().connectionPoolConfiguration().maxSize());
    List<Connection> opened = new ArrayList<>();
    try {
      while (opened.size() < wanted) {
        opened.add(pool.getConnection());
      }
    } catch (SQLException full) {
      if (opened.isEmpty()) {
        throw full;
      }
    } finally {
      for (Connection connection : opened) {
        connection.close();
      }
    }
  }
}
