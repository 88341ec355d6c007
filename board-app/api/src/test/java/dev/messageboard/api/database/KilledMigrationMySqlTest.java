package dev.messageboard.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Migrations that are killed, and the next ones, which finish what they left. */
@NeedsMySql
class KilledMigrationMySqlTest {

  private static final String WHOLE = "uninterrupted";
  private static final String CUT = "killed";

  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private final RealMySql server = RealMySql.running();

  /** A process that is killed says nothing; this one laments every connection that it lost. */
  @BeforeAll
  static void hush() {
    FLYWAY.setLevel(Level.OFF);
  }

  @AfterAll
  static void listenAgain() {
    FLYWAY.setLevel(null);
  }

  @BeforeEach
  void migrateOneUndisturbed() {
    server.createDatabase(WHOLE);
    new Schema(flyway(WHOLE, "")).migrate();
  }

  @AfterEach
  void drop() {
    server.execute("DROP DATABASE IF EXISTS " + CUT);
    server.execute("DROP DATABASE " + WHOLE);
  }

  @Test
  void oneKilledBetweenAnAlterationAndItsLineInTheHistoryIsFinishedByTheNext() {
    assertThat(isFinishedAfterDeathAt(sql -> sql.startsWith("EXECUTE"))).isTrue();
  }

  @Test
  @EnabledIfSystemProperty(named = "migration.kills", matches = "every")
  void oneKilledAfterAnyOfItsStatementsIsFinishedByTheNext() {
    int statement = 1;
    while (isFinishedAfterDeathAt(new Nth(statement))) {
      statement++;
    }
    System.out.printf("figure: migrations killed and finished: %d%n", statement - 1);
    assertThat(statement).as("statements of a migration").isGreaterThan(50);
  }

  /** False if it ended before it was to die. */
  private boolean isFinishedAfterDeathAt(Predicate<String> last) {
    server.execute("DROP DATABASE IF EXISTS " + CUT);
    server.createDatabase(CUT);
    MortalProcess.lives(last);
    var mortal = new Schema(flyway(CUT, "&queryInterceptors=" + MortalProcess.class.getName()));
    try {
      mortal.migrate();
    } catch (RuntimeException failure) {
      assertThat(MortalProcess.isDead()).as(failure.toString()).isTrue();
    }
    if (!MortalProcess.isDead()) {
      return false;
    }
    new Schema(flyway(CUT, "")).migrate();
    assertThat(schema(CUT)).as("%s", last).isEqualTo(schema(WHOLE));
    return true;
  }

  /**
   * Every table as the server tells it, and the lines of the history. Of the history's own table
   * Flyway never makes again the index that it adds in a second statement, and does well without.
   */
  private List<String> schema(String database) {
    List<String> told = new ArrayList<>();
    for (String table :
        column(
            database,
            "SHOW TABLES WHERE Tables_in_%s <> 'flyway_schema_history'".formatted(database),
            1)) {
      told.addAll(column(database, "SHOW CREATE TABLE " + table, 2));
    }
    told.addAll(
        column(
            database,
            """
            SELECT CONCAT_WS(' ', installed_rank, script, checksum, success)
            FROM flyway_schema_history ORDER BY installed_rank
            """,
            1));
    return told;
  }

  private List<String> column(String database, String query, int column) {
    try (var connection = server.connect(database);
        var running = connection.createStatement();
        ResultSet rows = running.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(column));
      }
      return values;
    } catch (SQLException failure) {
      throw new IllegalStateException(query, failure);
    }
  }

  private Flyway flyway(String database, String more) {
    return Flyway.configure()
        .jdbcProperties(LongConnections.TIMEOUTS)
        .dataSource(server.url(database) + more, RealMySql.USER, RealMySql.PASSWORD)
        .load();
  }

  /** The n-th statement of a process, on whichever connection. */
  private record Nth(int number, AtomicInteger count) implements Predicate<String> {

    Nth(int number) {
      this(number, new AtomicInteger());
    }

    @Override
    public boolean test(String sql) {
      return count.incrementAndGet() == number;
    }
  }
}
