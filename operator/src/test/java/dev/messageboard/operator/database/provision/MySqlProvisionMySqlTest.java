package dev.messageboard.operator.database.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.messageboard.operator.database.check.MySqlConnection;
import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.Credentials;
import dev.messageboard.operator.desired.Tls;
import dev.messageboard.operator.mysql.BlackHole;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Databases and users on a real server, which may hold other people's. */
@DisabledIf("dev.messageboard.operator.mysql.MySqlHome#isAbsent")
class MySqlProvisionMySqlTest extends DatabasesOnMySql {

  private static final Credentials ADMIN = new Credentials("admin", "admin");
  private static final String MIGRATIONS =
      "filesystem:../board-app/api/src/main/resources/db/migration";

  @Test
  void aServerGetsTheDatabaseItsUsersAndTheMarksOfTheBoard() {
    assertThat(provision.attempt(order("a"))).isEqualTo(Outcome.done(true));
    assertThat(
            server.query(
                "SELECT CONCAT(DEFAULT_CHARACTER_SET_NAME, ' ', DEFAULT_COLLATION_NAME) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = '%s'"
                    .formatted(database)))
        .isEqualTo("utf8mb4 utf8mb4_0900_ai_ci");
    assertThat(
            server.query(
                "SELECT CONCAT_WS(' ', board_uid, namespace, board) FROM messageboard_operator.board_database WHERE name = '%s'"
                    .formatted(database)))
        .isEqualTo(uid + " boards team");
    assertThat(server.query("SELECT ssl_type FROM mysql.user WHERE user = '" + user("rw") + "'"))
        .isEqualTo("ANY");
  }

  @Test
  void aRepetitionChangesNothing() {
    provision.attempt(order("a"));
    var before = grants();
    assertThat(provision.attempt(order("a"))).isEqualTo(Outcome.done(false));
    assertThat(grants()).isEqualTo(before);
  }

  @Test
  void theUserOfThePodsMayChangeRowsAndNothingElse() throws SQLException {
    provision.attempt(order("a"));
    run("ddl", "a", "CREATE TABLE t (id INT)");
    run("rw", "a", "INSERT INTO t VALUES (1)", "UPDATE t SET id = 2", "DELETE FROM t");
    for (var refused :
        List.of("CREATE TABLE u (id INT)", "DROP TABLE t", "ALTER TABLE t ADD x INT")) {
      assertThatThrownBy(() -> run("rw", "a", refused))
          .isInstanceOfSatisfying(
              SQLException.class, denied -> assertThat(denied.getErrorCode()).isEqualTo(1142));
    }
  }

  @Test
  void theUserOfTheJobMayBringTheWholeSchema() {
    provision.attempt(order("a"));
    var url = "jdbc:mysql://127.0.0.1:%d/%s?sslMode=REQUIRED".formatted(server.port(), database);
    var done =
        Flyway.configure()
            .dataSource(url, user("ddl"), "a-ddl")
            .locations(MIGRATIONS)
            .load()
            .migrate();
    assertThat(done.success).isTrue();
    assertThat(done.migrationsExecuted).isGreaterThanOrEqualTo(11);
  }

  @Test
  void aDatabaseWhoseNameTheUnderscoresWouldMatchIsNotReached() {
    server.execute("CREATE DATABASE " + database.replace('_', 'y'));
    provision.attempt(order("a"));
    assertThatThrownBy(() -> run("ddl", "a", "USE " + database.replace('_', 'y')))
        .isInstanceOfSatisfying(
            SQLException.class, denied -> assertThat(denied.getErrorCode()).isEqualTo(1044));
  }

  @Test
  void whereTheServerTakesNamesForNamesTheUsersReachTheirDatabaseToo() throws SQLException {
    server.execute("SET GLOBAL partial_revokes = ON");
    try {
      provision.attempt(order("a"));
      run("ddl", "a", "CREATE TABLE t (id INT)");
    } finally {
      server.execute(
          "DROP USER %s, %s".formatted(user("rw"), user("ddl")),
          "SET GLOBAL partial_revokes = OFF");
    }
  }

  @Test
  void aDatabaseThatWasThereIsNotTakenOver() {
    server.execute("CREATE DATABASE " + database);
    assertThat(refusal(order("a")))
        .startsWith("DatabaseTaken: database %s was there before the board".formatted(database));
    assertThat(users()).isEqualTo("0");
  }

  @Test
  void aDatabaseOfAnotherBoardIsNotTakenOverUntilItsRowIsHandedOver() {
    provision.attempt(order("a"));
    var first = uid;
    uid = first + "-again";
    assertThat(refusal(order("a")))
        .startsWith("DatabaseTaken: database %s is another board's".formatted(database))
        .doesNotContain(first);
    server.execute(
        "UPDATE messageboard_operator.board_database SET board_uid = '%s' WHERE name = '%s'"
            .formatted(uid, database));
    assertThat(provision.attempt(order("a"))).isEqualTo(Outcome.done(false));
  }

  @Test
  void aUserThatWasThereIsNotTakenOver() {
    server.createUser(user("ddl"), "theirs");
    assertThat(refusal(order("a")))
        .startsWith("UserTaken: user %s is there".formatted(user("ddl")));
    server.execute("DROP USER " + user("ddl"));
    assertThat(provision.attempt(order("a")).isDone()).isTrue();
  }

  @Test
  void aPasswordThatWasChangedIsBroughtBack() throws SQLException {
    provision.attempt(order("a"));
    server.execute("ALTER USER %s IDENTIFIED BY 'theirs' ACCOUNT LOCK".formatted(user("rw")));
    assertThatThrownBy(() -> run("rw", "a", "DO 1")).isInstanceOf(SQLException.class);
    assertThat(provision.attempt(order("a")).isDone()).isTrue();
    run("rw", "a", "DO 1");
  }

  @Test
  void aLostDatabaseIsMadeAgain() throws SQLException {
    provision.attempt(order("a"));
    server.execute("DROP DATABASE " + database);
    assertThat(provision.attempt(order("a"))).isEqualTo(Outcome.done(true));
    run("rw", "a", "DO 1");
  }

  @Test
  void severalAtOnceMakeItOnce() {
    var order = order("a");
    var attempts =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> provision.attempt(order)))
            .limit(3)
            .toList();
    assertThat(attempts.stream().map(CompletableFuture::join).filter(Outcome::isNew)).hasSize(1);
    assertThat(users()).isEqualTo("2");
  }

  @Test
  void anAdministratorWithoutTheRightsAndAServerThatIsSilentAreTold() {
    server.createUser("guest" + uid.replace("-", ""), "guest");
    var guest = new Credentials("guest" + uid.replace("-", ""), "guest");
    assertThat(refusal(order(server.port(), guest, "a")))
        .startsWith(
            "PermissionDenied: the user of Secret rds may not make and drop databases and users");
    assertThat(refusal(order(server.port(), new Credentials("admin", "no"), "a")))
        .startsWith("AccessDenied: 127.0.0.1:%d refuses the login".formatted(server.port()));
    try (var hole = new BlackHole()) {
      assertThat(refusal(order(hole.port(), ADMIN, "a"))).startsWith("Timeout: ");
    }
  }

  private String refusal(ProvisionOrder order) {
    return provision
        .attempt(order)
        .problem()
        .map(problem -> problem.reason() + ": " + problem.message())
        .orElse("");
  }

  private String users() {
    return server.query(
        "SELECT COUNT(*) FROM mysql.user WHERE user IN ('%s', '%s')"
            .formatted(user("rw"), user("ddl")));
  }

  private List<String> grants() {
    return Stream.of("rw", "ddl")
        .map(
            part ->
                server.query(
                    "SELECT GROUP_CONCAT(CONCAT_WS(' ', TABLE_SCHEMA, PRIVILEGE_TYPE) ORDER BY 1) FROM information_schema.SCHEMA_PRIVILEGES WHERE GRANTEE = \"'%s'@'%%'\""
                        .formatted(user(part))))
        .toList();
  }

  private void run(String part, String password, String... statements) throws SQLException {
    try (var connection = connect(user(part), password + "-" + part);
        var running = connection.createStatement()) {
      for (var statement : statements) {
        running.execute(statement);
      }
    }
  }

  private Connection connect(String user, String password) throws SQLException {
    try {
      return MySqlConnection.open(
          "127.0.0.1",
          server.port(),
          database,
          new Credentials(user, password),
          Tls.REQUIRED,
          Duration.ofSeconds(10));
    } catch (java.io.IOException | java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private ProvisionOrder order(String password) {
    return order(server.port(), ADMIN, password);
  }

  private ProvisionOrder order(int port, Credentials admin, String password) {
    var binding =
        new Binding(
            "127.0.0.1",
            port,
            database,
            user("rw"),
            password + "-rw",
            Tls.REQUIRED,
            Optional.of(new Credentials(user("ddl"), password + "-ddl")),
            "");
    return new ProvisionOrder(
        uid,
        new ResourceID("team", "boards"),
        binding,
        admin,
        "rds",
        Duration.ofSeconds(60),
        admin == ADMIN && port == server.port() ? Duration.ofSeconds(20) : Duration.ofSeconds(3),
        false);
  }
}
