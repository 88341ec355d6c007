package dev.messageboard.operator.database.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.Credentials;
import dev.messageboard.operator.desired.Tls;
import dev.messageboard.operator.status.Problem;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes with a board from a real server, and what stays there. */
@DisabledIf("dev.messageboard.operator.mysql.MySqlHome#isAbsent")
class ReclaimingMySqlTest extends DatabasesOnMySql {

  private static final Credentials ADMIN = new Credentials("platform", "hush-hush");
  private static final String RW = "rw";
  private static final String DDL = "ddl";

  /** With the rights that the README asks for, and no others. */
  @BeforeAll
  void makeThePlatformsUser() {
    server.execute(
        "CREATE USER platform@'%' IDENTIFIED BY 'hush-hush'",
        "GRANT CREATE USER ON *.* TO platform@'%'",
        "GRANT SELECT ON mysql.* TO platform@'%'",
        "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES ON *.* TO platform@'%' WITH GRANT OPTION");
  }

  @Test
  void theDatabaseItsUsersAndItsRowGoAndNobodyElses() {
    provision.attempt(order());
    var first = there();
    var neighbour = database;
    var uidOfNeighbour = uid;
    nameADatabase();
    provision.attempt(order());
    server.execute("CREATE TABLE %s.message (id INT)".formatted(database));
    assertThat(there()).isEqualTo("1 2 1");

    assertThat(drop()).isEqualTo(Outcome.done(true));
    assertThat(there()).isEqualTo("0 0 0");
    database = neighbour;
    uid = uidOfNeighbour;
    assertThat(there()).isEqualTo(first).isEqualTo("1 2 1");
  }

  @Test
  void aRepetitionFindsNothingAndIsDone() {
    provision.attempt(order());
    drop();
    assertThat(drop()).isEqualTo(Outcome.done(false));
  }

  @Test
  void aServerThatHadNothingOfAnyBoardStaysSo() {
    server.execute("DROP DATABASE IF EXISTS messageboard_operator");
    assertThat(drop()).isEqualTo(Outcome.done(false));
    assertThat(
            server.query(
                "SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = 'messageboard_operator'"))
        .isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP USER %2$s_rw",
        "DROP USER %2$s_rw, %2$s_ddl",
        "DROP DATABASE %1$s",
        "DROP USER %2$s_rw, %2$s_ddl; DROP DATABASE %1$s"
      })
  void whatWasHalfDroppedIsFinished(String before) {
    provision.attempt(order());
    server.execute(before.formatted(database, uid.replace("-", "")).split("; "));
    assertThat(drop()).isEqualTo(Outcome.done(true));
    assertThat(there()).isEqualTo("0 0 0");
  }

  @Test
  void aDatabaseThatWasHandedOverStaysAndIsTold() {
    provision.attempt(order());
    server.execute(
        "UPDATE messageboard_operator.board_database SET board_uid = 'theirs' WHERE name = '%s'"
            .formatted(database));
    assertThat(left(drop()))
        .isEqualTo(
            "DatabaseLeft: left on the server: database %s, which is another board's in table messageboard_operator.board_database"
                .formatted(database));
    assertThat(there()).isEqualTo("1 0 1");
  }

  @Test
  void aDatabaseAndUsersWithoutAMarkStayAndAreTold() {
    server.execute("CREATE DATABASE " + database);
    server.createUser(user(RW), "theirs");
    assertThat(left(drop()))
        .startsWith(
            "DatabaseLeft: left on the server: user %s, which does not have the board's UID in its attribute; database %s, which is nobody's"
                .formatted(user(RW), database));
    assertThat(there()).isEqualTo("1 1 0");
  }

  @Test
  void aTableThatIsInUseIsWaitedForBrieflyAndToldAndTheRestIsDroppedLater() throws SQLException {
    provision.attempt(order());
    server.execute("CREATE TABLE %s.message (id INT)".formatted(database));
    try (var reader = server.connect();
        var reading = reader.createStatement()) {
      reading.execute("START TRANSACTION");
      reading.execute("SELECT * FROM %s.message".formatted(database));
      assertThat(drop()).isEqualTo(Outcome.failed(Taken.byATransaction(database).problem()));
      assertThat(there()).isEqualTo("1 0 1");
    }
    assertThat(drop()).isEqualTo(Outcome.done(true));
    assertThat(there()).isEqualTo("0 0 0");
  }

  @Test
  void aServerThatRefusesIsTold() {
    var guest = new Credentials("nobody", "no");
    assertThat(provision.attempt(order(guest).toDrop()).problem().map(Problem::reason))
        .contains("AccessDenied");
  }

  private Outcome drop() {
    return provision.attempt(order().toDrop());
  }

  private static String left(Outcome outcome) {
    assertThat(outcome.isDone()).isTrue();
    return outcome.problem().map(problem -> problem.reason() + ": " + problem.message()).orElse("");
  }

  /** How many databases, users and rows. */
  private String there() {
    return server.query(
        "SELECT CONCAT_WS(' ', (SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = '%s'), (SELECT COUNT(*) FROM mysql.user WHERE user IN ('%s', '%s')), %s)"
            .formatted(database, user(RW), user(DDL), rows()));
  }

  private String rows() {
    var hasRegistry = "1".equals(server.query(ProvisioningSql.HAS_REGISTRY));
    return hasRegistry
        ? "(SELECT COUNT(*) FROM messageboard_operator.board_database WHERE name = '%s')"
            .formatted(database)
        : "0";
  }

  private ProvisionOrder order() {
    return order(ADMIN);
  }

  private ProvisionOrder order(Credentials admin) {
    return new ProvisionOrder(
        uid,
        new ResourceID("team", "boards"),
        new Binding(
            "127.0.0.1",
            server.port(),
            database,
            user(RW),
            "pass",
            Tls.REQUIRED,
            Optional.of(new Credentials(user(DDL), "word")),
            ""),
        admin,
        "rds",
        Duration.ofSeconds(60),
        Duration.ofSeconds(4),
        false);
  }
}
