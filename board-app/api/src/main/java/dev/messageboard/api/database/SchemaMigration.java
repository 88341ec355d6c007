package dev.messageboard.api.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Migrates in the background until it succeeds once, or waits until somebody else has: the service
 * starts before its database.
 */
@ApplicationScoped
public class SchemaMigration {

  private static final Logger LOG = Logger.getLogger(SchemaMigration.class);
  private static final Duration FIRST_DELAY = Duration.ofMillis(250);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);
  private static final String BEHIND = DatabaseFailure.SCHEMA_BEHIND.reason();

  private final Flyway flyway;
  private final SchemaState state;
  private final SchemaMode mode;
  private final WarmConnections connections;
  private final CountDownLatch stopped = new CountDownLatch(1);

  SchemaMigration(
      Flyway flyway,
      SchemaState state,
      @ConfigProperty(name = "messageboard.schema") SchemaMode mode,
      WarmConnections connections) {
    this.flyway = flyway;
    this.state = state;
    this.mode = mode;
    this.connections = connections;
  }

  void start(@Observes StartupEvent event) {
    if (mode == SchemaMode.COMMAND) {
      return;
    }
    Thread thread = new Thread(this::run, "schema-migration");
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.countDown();
  }

  private void run() {
    Duration delay = FIRST_DELAY;
    while (!attempt()) {
      if (stoppedWithin(delay)) {
        return;
      }
      Duration doubled = delay.multipliedBy(2);
      delay = doubled.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : doubled;
    }
  }

  private boolean attempt() {
    try {
      Schema schema = new Schema(flyway);
      Optional<String> version =
          mode == SchemaMode.WAIT ? schema.fitting() : Optional.of(schema.migrate());
      if (version.isEmpty()) {
        behind();
        return false;
      }
      connections.open();
      state.reached(version.get());
      LOG.infof("The schema is at version %s", version.get());
      return true;
    } catch (SQLException | RuntimeException failure) {
      report(failure);
      return false;
    }
  }

  private void behind() {
    if (!BEHIND.equals(state.reason())) {
      LOG.warn("Waiting for the migration of the database: its schema is older than this code");
    }
    state.waitFor(BEHIND);
  }

  /** Said once per new reason, not once per attempt. */
  private void report(Exception failure) {
    Optional<DatabaseFailure> known = DatabaseFailure.of(failure);
    String reason = known.map(DatabaseFailure::reason).orElse("MigrationFailed");
    if (!reason.equals(state.reason())) {
      if (known.isPresent()) {
        LOG.warnf("Waiting for the database: %s (%s)", reason, InnermostCause.of(failure));
      } else {
        LOG.error("The schema cannot be migrated; trying again", failure);
      }
    }
    state.waitFor(reason);
  }

  private boolean stoppedWithin(Duration delay) {
    try {
      return stopped.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
