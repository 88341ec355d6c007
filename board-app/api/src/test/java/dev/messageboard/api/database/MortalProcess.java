package dev.messageboard.api.database;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a server sees of a process that ends right after one of its statements: that one was carried
 * out, its connections break all at once, and nothing comes any more.
 */
public final class MortalProcess implements QueryInterceptor {

  private static final Queue<MysqlConnection> CONNECTIONS = new ConcurrentLinkedQueue<>();
  private static volatile Predicate<String> last = sql -> false;
  private static volatile boolean isDead;

  /** A new process, whose last statement is the first of these. */
  static void lives(Predicate<String> upTo) {
    CONNECTIONS.clear();
    isDead = false;
    last = upTo;
  }

  static boolean isDead() {
    return isDead;
  }

  @Override
  public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
    CONNECTIONS.add(connection);
    return this;
  }

  @Override
  public <T extends Resultset> T preProcess(Supplier<String> sql, Query query) {
    if (isDead) {
      throw new IllegalStateException("killed");
    }
    return null;
  }

  @Override
  public <T extends Resultset> T postProcess(
      Supplier<String> sql, Query query, T result, ServerSession session) {
    if (!isDead && last.test(sql.get())) {
      isDead = true;
      CONNECTIONS.forEach(connection -> connection.getSession().forceClose());
      throw new IllegalStateException("killed");
    }
    return null;
  }

  @Override
  public boolean executeTopLevelOnly() {
    return false;
  }

  @Override
  public void destroy() {
    // nothing of its own
  }
}
