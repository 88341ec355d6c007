package dev.messageboard.api.upkeep;

import dev.messageboard.api.board.BoardSettings;
import dev.messageboard.api.database.DatabaseFailure;
import dev.messageboard.api.database.SchemaState;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs the chores now and then, in one replica at a time: the database's own lock decides. */
@ApplicationScoped
public class Upkeep {

  private static final Logger LOG = Logger.getLogger(Upkeep.class);
  private static final String LOCK = "SELECT GET_LOCK(CONCAT('messageboard-', DATABASE()), 0)";
  private static final String UNLOCK = "SELECT RELEASE_LOCK(CONCAT('messageboard-', DATABASE()))";

  private final AgroalDataSource database;
  private final SchemaState schema;
  private final Duration interval;
  private final Chores chores;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Upkeep::thread);

  Upkeep(AgroalDataSource database, SchemaState schema, BoardSettings settings, Chores chores) {
    this.database = database;
    this.interval = settings.upkeepInterval();
    this.schema = schema;
    this.chores = chores;
  }

  void start(@Observes StartupEvent event) {
    long millis = interval.toMillis();
    clock.scheduleWithFixedDelay(this::attempt, millis, millis, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    clock.shutdownNow();
  }

  /** False if another replica is at it. */
  boolean run() throws SQLException {
    try (Connection holder = database.getConnection()) {
      if (!isOne(holder, LOCK)) {
        return false;
      }
      try {
        chores.run();
        return true;
      } finally {
        isOne(holder, UNLOCK);
      }
    }
  }

  private void attempt() {
    try {
      if (schema.isReady()) {
        run();
      }
    } catch (SQLException | RuntimeException failure) {
      LOG.warnf(
          "Old rows stay for now: %s",
          DatabaseFailure.of(failure).map(DatabaseFailure::reason).orElse(failure.toString()));
    }
  }

  private static boolean isOne(Connection connection, String question) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(question);
        ResultSet answer = query.executeQuery()) {
      return answer.next() && answer.getInt(1) == 1;
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "upkeep");
    thread.setDaemon(true);
    return thread;
  }
}
