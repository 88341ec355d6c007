package dev.messageboard.api.database;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * {@code migrate}: brings the database to the schema of this code and ends. What came of it is also
 * left where the kubelet looks for a last word. A database that is not there yet is waited for.
 */
public final class MigrateCommand implements QuarkusApplication {

  public static final String NAME = "migrate";

  static final int FAILED = 1;
  static final int UNREACHABLE = 2;

  private static final Logger LOG = Logger.getLogger(MigrateCommand.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Flyway flyway;
  private final Duration patience;
  private final Path lastWord;

  MigrateCommand(
      Flyway flyway,
      @ConfigProperty(name = "messageboard.migration.patience") Duration patience,
      @ConfigProperty(name = "messageboard.migration.last-word") Path lastWord) {
    this.flyway = flyway;
    this.patience = patience;
    this.lastWord = lastWord;
  }

  /** Before Quarkus starts: nothing is to be served, and nothing else to be done. */
  public static void prepare() {
    System.setProperty("messageboard.schema", SchemaMode.COMMAND.name());
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.management.host-enabled", "false");
    System.setProperty("quarkus.shutdown.delay", "0S");
  }

  @Override
  public int run(String... args) {
    Instant end = Instant.now().plus(patience);
    while (true) {
      try {
        return succeed();
      } catch (RuntimeException failure) {
        Optional<DatabaseFailure> known = DatabaseFailure.of(failure);
        boolean unreachable = known.filter(DatabaseFailure::isUnreachable).isPresent();
        if (!unreachable || Instant.now().isAfter(end)) {
          return fail(failure, known, unreachable ? UNREACHABLE : FAILED);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private int succeed() {
    Schema schema = new Schema(flyway);
    String from = schema.version().orElse("");
    String to = schema.migrate();
    LOG.infof("The schema is at version %s, it was at %s", to, from.isEmpty() ? "none" : from);
    leave("{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to));
    return 0;
  }

  private int fail(RuntimeException failure, Optional<DatabaseFailure> known, int code) {
    LOG.error("The schema could not be migrated", failure);
    leave(
        "%s: %s"
            .formatted(
                known.map(DatabaseFailure::reason).orElse("MigrationFailed"),
                Schema.told(failure)));
    return code;
  }

  private void leave(String word) {
    if (!Files.isWritable(lastWord)) {
      return;
    }
    try {
      Files.writeString(lastWord, word);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
