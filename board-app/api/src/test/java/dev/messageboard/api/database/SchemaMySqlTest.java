package dev.messageboard.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsMySql
class SchemaMySqlTest {

  private static final String DATABASE = "migrating";

  private final RealMySql server = RealMySql.running();

  @BeforeEach
  void create() {
    server.createDatabase(DATABASE);
  }

  @AfterEach
  void drop() {
    server.execute("DROP DATABASE " + DATABASE);
  }

  @Test
  void anEmptyDatabaseGetsTheWholeSchema() {
    assertThat(schema().migrate()).isEqualTo("1");
    assertThat(schema().migrate()).as("a second time").isEqualTo("1");
  }

  @Test
  void theTablesOwnCharacterSetHoldsEveryCharacter() {
    server.execute("ALTER DATABASE migrating CHARACTER SET latin1");

    schema().migrate();

    assertThat(
            server.query(
                """
                SELECT GROUP_CONCAT(DISTINCT collation_name) FROM information_schema.columns
                WHERE table_schema = 'migrating' AND table_name = 'message'
                """))
        .isEqualTo("utf8mb4_0900_ai_ci");
  }

  @Test
  void fourMigratorsAtOnceDoTheWorkOnce() {
    var pool = Executors.newFixedThreadPool(4);
    List<CompletableFuture<String>> pods =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> schema().migrate(), pool))
            .limit(4)
            .toList();

    assertThat(pods).allSatisfy(pod -> assertThat(pod.join()).isEqualTo("1"));
    assertThat(history()).isEqualTo("1");
    pool.shutdown();
  }

  @Test
  void aPodKilledBetweenTheTableAndItsLineInTheHistoryDoesNotBlockTheNext() {
    schema().migrate();
    server.execute("DELETE FROM migrating.flyway_schema_history");

    assertThat(schema().migrate()).isEqualTo("1");
  }

  @Test
  void aMigrationThatFailedOnceIsTriedAgain() {
    schema().migrate();
    server.execute("UPDATE migrating.flyway_schema_history SET success = 0");

    assertThatThrownBy(() -> schema().migrate()).isInstanceOf(FlywayException.class);

    assertThat(schema().migrate()).isEqualTo("1");
    assertThat(history()).isEqualTo("1");
  }

  /** Code of the previous version meets the schema of the next one while an upgrade rolls out. */
  @Test
  void aSchemaThatIsAheadOfTheCodeFits() {
    schema().migrate();
    server.execute(
        """
        INSERT INTO migrating.flyway_schema_history
        SELECT 2, '2', 'of the future', type, 'V2__of_the_future.sql', 17, installed_by,
               installed_on, 1, 1 FROM migrating.flyway_schema_history
        """);

    assertThat(schema().migrate()).isEqualTo("2");
  }

  private String history() {
    return server.query("SELECT COUNT(*) FROM migrating.flyway_schema_history WHERE success = 1");
  }

  private Schema schema() {
    return new Schema(
        Flyway.configure()
            .jdbcProperties(MigrationConnection.TIMEOUTS)
            .dataSource(server.url(DATABASE), RealMySql.USER, RealMySql.PASSWORD)
            .load());
  }
}
