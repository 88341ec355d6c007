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
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsMySql
class SchemaMySqlTest {

  private static final String DATABASE = "migrating";

  /** Also the number of migrations: none is left out. */
  private static final String LATEST = "12";

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
    assertThat(schema().migrate()).isEqualTo(LATEST);
    assertThat(schema().migrate()).as("a second time").isEqualTo(LATEST);
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

    assertThat(pods).allSatisfy(pod -> assertThat(pod.join()).isEqualTo(LATEST));
    assertThat(history()).isEqualTo(LATEST);
    pool.shutdown();
  }

  @Test
  void aPodKilledBetweenTheTableAndItsLineInTheHistoryDoesNotBlockTheNext() {
    schema().migrate();
    server.execute("DELETE FROM migrating.flyway_schema_history");

    assertThat(schema().migrate()).isEqualTo(LATEST);
  }

  @Test
  void aMigrationThatFailedOnceIsTriedAgain() {
    schema().migrate();
    server.execute(
        "UPDATE migrating.flyway_schema_history SET success = 0 WHERE version = " + LATEST);

    assertThatThrownBy(() -> schema().migrate()).isInstanceOf(FlywayException.class);

    assertThat(schema().migrate()).isEqualTo(LATEST);
    assertThat(history()).isEqualTo(LATEST);
  }

  /** Code of the previous version meets the schema of the next one while an upgrade rolls out. */
  @Test
  void aSchemaThatIsAheadOfTheCodeFits() {
    schema().migrate();
    server.execute(
        """
        INSERT INTO migrating.flyway_schema_history
        SELECT 99, '99', 'of the future', type, 'V99__of_the_future.sql', 17, installed_by,
               installed_on, 1, 1 FROM migrating.flyway_schema_history WHERE version = '1'
        """);

    assertThat(schema().migrate()).isEqualTo("99");
  }

  /** A restored backup, or a pod that comes before its migration. */
  @Test
  void aSchemaThatLacksSomethingDoesNotFitUntilItIsMigrated() {
    assertThat(schema().fitting()).isEmpty();
    schema().migrate();
    assertThat(schema().fitting()).contains(LATEST);

    server.execute("DELETE FROM migrating.flyway_schema_history WHERE version = " + LATEST);
    assertThat(schema().fitting()).isEmpty();
  }

  @Test
  void aDatabaseOfSomethingElseIsLeftAlone() {
    server.execute("CREATE TABLE migrating.users (id INT PRIMARY KEY)");

    assertThatThrownBy(() -> schema().migrate()).isInstanceOf(FlywayException.class);

    assertThat(tables()).isEqualTo("users");
  }

  /** A dump that was restored without the history, or a table that somebody made like ours. */
  @Test
  void aTableThatFitsIsTakenOverOnRequest() {
    server.execute(
        """
        CREATE TABLE migrating.message (id BIGINT AUTO_INCREMENT PRIMARY KEY,
        author VARCHAR(64) NOT NULL, body VARCHAR(2000) NOT NULL, created_at DATETIME(6) NOT NULL)
        CHARACTER SET utf8mb4
        """);
    server.execute("INSERT INTO migrating.message VALUES (5, 'Ann', 'hello', '2024-05-01')");

    assertThat(new Schema(flyway().baselineOnMigrate(true).baselineVersion("0").load()).migrate())
        .isEqualTo(LATEST);

    assertThat(server.query("SELECT CONCAT(id, author, body, listed) FROM migrating.message"))
        .isEqualTo("5Annhello1");
  }

  @Test
  void aTableThatDoesNotFitKeepsItsRowsAndStopsTheMigration() {
    server.execute("CREATE TABLE migrating.message (id INT PRIMARY KEY, content TEXT)");
    server.execute("INSERT INTO migrating.message VALUES (5, 'hello')");
    Schema schema = new Schema(flyway().baselineOnMigrate(true).baselineVersion("0").load());

    assertThatThrownBy(schema::migrate)
        .extracting(Schema::told)
        .asString()
        .startsWith("V2__widen_body.sql: ")
        .contains("Unknown column 'body'");

    assertThat(server.query("SELECT content FROM migrating.message")).isEqualTo("hello");
  }

  private String tables() {
    return server.query(
        """
        SELECT GROUP_CONCAT(table_name) FROM information_schema.tables
        WHERE table_schema = 'migrating'
        """);
  }

  private String history() {
    return server.query("SELECT COUNT(*) FROM migrating.flyway_schema_history WHERE success = 1");
  }

  private Schema schema() {
    return new Schema(flyway().load());
  }

  private FluentConfiguration flyway() {
    return Flyway.configure()
        .jdbcProperties(LongConnections.TIMEOUTS)
        .dataSource(server.url(DATABASE), RealMySql.USER, RealMySql.PASSWORD);
  }
}
