package dev.messageboard.operator.database.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.TlsMode;
import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.Tls;
import dev.messageboard.operator.mysql.BlackHole;
import dev.messageboard.operator.mysql.RealMySql;
import dev.messageboard.operator.mysql.ServerCertificate;
import dev.messageboard.operator.status.DatabaseCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each reason of {@code DatabaseReady} that a login can find, on a real server. */
@DisabledIf("dev.messageboard.operator.mysql.MySqlHome#isAbsent")
class MySqlLoginMySqlTest {

  private static final String MESSAGE =
      "CREATE TABLE IF NOT EXISTS board.message (id BIGINT AUTO_INCREMENT PRIMARY KEY, author"
          + " VARCHAR(64) NOT NULL, body VARCHAR(4000) NOT NULL, created_at DATETIME(6) NOT NULL)";
  private static final String HISTORY =
      "CREATE TABLE IF NOT EXISTS board.flyway_schema_history (installed_rank INT PRIMARY KEY,"
          + " version VARCHAR(50), description VARCHAR(200), success BOOL NOT NULL)";

  private static RealMySql server;
  private static RealMySql plain;

  @BeforeAll
  static void start() {
    server = RealMySql.launch();
    server.createBoard("board", "right");
  }

  @AfterAll
  static void stop() {
    server.close();
    if (plain != null) {
      plain.close();
    }
  }

  @AfterEach
  void emptyTheDatabase() {
    server.execute("DROP DATABASE board", "CREATE DATABASE board");
  }

  @Test
  void anEmptyDatabaseIsConnectedAndHasNoSchema() {
    var check = login("127.0.0.1", server.port(), "board", "board", "right");
    assertThat(check.reason()).isEqualTo("Connected");
    assertThat(check.isAccepted()).isTrue();
    assertThat(check.server().orElseThrow().schemaVersion()).isEmpty();
    assertThat(check.server().orElseThrow().version()).isEqualTo(server.query("SELECT @@version"));
    assertThat(check.server().orElseThrow().maxConnections()).isEqualTo(151);
  }

  @Test
  void theSchemaIsWhatTheHistorySaysSucceeded() {
    server.execute(
        MESSAGE,
        HISTORY,
        "INSERT INTO board.flyway_schema_history VALUES (1, '1', 'a', TRUE), (2, '2', 'b', TRUE),"
            + " (3, NULL, 'repeatable', TRUE), (4, '3', 'c', FALSE)");
    assertThat(login("board", "right").server().orElseThrow().schemaVersion()).contains("2");
  }

  /** Flyway's baseline, which lets a table in that was there before the board. */
  @ParameterizedTest
  @ValueSource(strings = {MESSAGE, "CREATE TABLE board.message (id INT, content TEXT)"})
  void aTableThatIsToBeAdoptedIsTheMigrationsAffair(String table) {
    server.execute(
        table, HISTORY, "INSERT INTO board.flyway_schema_history VALUES (1, '0', 'base', TRUE)");
    var check = login("board", "right");
    assertThat(check.reason()).isEqualTo("Connected");
    assertThat(check.server().orElseThrow().schemaVersion()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE board.message (id INT, content TEXT)",
        "CREATE TABLE board.other (id INT)"
      })
  void aHistoryWithoutWhatItTellsOfIsBehind(String table) {
    server.execute(
        table, HISTORY, "INSERT INTO board.flyway_schema_history VALUES (1, '1', 'a', TRUE)");
    assertThat(login("board", "right").reason()).isEqualTo("SchemaBehind");
  }

  @Test
  void aNetworkThatDropsPacketsIsATimeout() {
    try (var hole = BlackHole.thatDrops()) {
      assertThat(login("127.0.0.1", hole.port(), "board", "board", "right").reason())
          .isEqualTo("Timeout");
    }
  }

  @Test
  void aNameThatNobodyKnowsIsADnsFailure() {
    assertThat(login("nowhere.invalid", 3306, "board", "board", "right").reason())
        .isEqualTo("DnsFailure");
  }

  @Test
  void aPortWhereNobodyListensIsRefused() {
    int port;
    try (var closed = new BlackHole()) {
      port = closed.port();
    }
    assertThat(login("127.0.0.1", port, "board", "board", "right").reason())
        .isEqualTo("ConnectionRefused");
  }

  @Test
  void aServerThatNeverSaysAWordIsATimeout() {
    try (var hole = new BlackHole()) {
      assertThat(login("127.0.0.1", hole.port(), "board", "board", "right").reason())
          .isEqualTo("Timeout");
    }
  }

  @Test
  void aWrongPasswordIsAccessDeniedAndTheMessageHoldsNothingSecret() {
    var check = login("board", "guessed-wrong");
    assertThat(check.reason()).isEqualTo("AccessDenied");
    assertThat(check.message())
        .isEqualTo(
            "127.0.0.1:%d refuses the login: correct user name and password in Secret team-db (MySQL error 1045)"
                .formatted(server.port()));
    assertThat(check.toString()).doesNotContain("guessed-wrong");
  }

  @Test
  void aLockedUserIsAccessDenied() {
    server.createUser("locked", "right");
    server.execute("ALTER USER locked ACCOUNT LOCK");
    assertThat(login("locked", "right").reason()).isEqualTo("AccessDenied");
  }

  @Test
  void aDatabaseThatIsNotThereIsUnknownToWhoMaySeeAll() {
    server.createUser("seesall", "right");
    server.execute("GRANT SELECT ON *.* TO seesall");
    assertThat(login("127.0.0.1", server.port(), "missing", "seesall", "right").reason())
        .isEqualTo("UnknownDatabase");
  }

  @Test
  void aUserWithoutAnyGrantLacksPermission() {
    server.createUser("nobody", "right");
    assertThat(login("nobody", "right").reason()).isEqualTo("PermissionDenied");
  }

  @Test
  void aUserWhoMayOnlyReadLacksPermission() {
    server.execute(MESSAGE);
    server.createUser("reader", "right");
    server.execute("GRANT SELECT ON board.* TO reader");
    assertThat(login("reader", "right").reason()).isEqualTo("PermissionDenied");
  }

  @Test
  void dataRightsThroughARoleAreEnough() {
    server.execute(MESSAGE, "CREATE ROLE board_dml");
    server.createUser("writer", "right");
    server.execute(
        "GRANT SELECT, INSERT, UPDATE, DELETE ON board.* TO board_dml",
        "GRANT board_dml TO writer",
        "SET DEFAULT ROLE board_dml TO writer");
    assertThat(login("writer", "right").reason()).isEqualTo("Connected");
    assertThat(server.query("SELECT COUNT(*) FROM board.message")).isEqualTo("0");
  }

  @Test
  void aServerWithoutAFreeConnectionHasTooMany() throws SQLException {
    server.execute("SET GLOBAL max_connections = 1");
    var held = new ArrayList<Connection>();
    try {
      held.add(server.connect());
      assertThat(login("board", "right").reason()).isEqualTo("TooManyConnections");
    } finally {
      try (var statement = held.get(0).createStatement()) {
        statement.execute("SET GLOBAL max_connections = 151");
      }
      held.get(0).close();
    }
  }

  @Test
  void theLimitOfTheUserGoesBeforeThatOfTheServer() {
    server.createUser("few", "right");
    server.execute("GRANT ALL ON board.* TO few", "ALTER USER few WITH MAX_USER_CONNECTIONS 12");
    assertThat(login("few", "right").server().orElseThrow().maxConnections()).isEqualTo(12);
    assertThat(login("board", "right").server().orElseThrow().maxConnections()).isEqualTo(151);
  }

  @Test
  void aDemotedWriterIsReadOnly() {
    server.execute("SET GLOBAL read_only = ON");
    assertThat(login("board", "right").reason()).isEqualTo("ReadOnly");
    server.execute("SET GLOBAL read_only = OFF");
  }

  @ParameterizedTest
  @CsvSource({
    "Disabled,       none, Connected",
    "Preferred,      none, Connected",
    "Required,       none, Connected",
    "VerifyCA,       own,  Connected",
    "VerifyCA,       evil, TlsFailure",
    "VerifyIdentity, own,  TlsFailure",
    "VerifyIdentity, evil, TlsFailure"
  })
  void aCertificateThatItMadeItselfServesEveryModeButTheOneThatAsksForItsName(
      TlsMode mode, String ca, String reason) throws IOException {
    assertThat(login(server, mode, authority(ca, server)).reason()).isEqualTo(reason);
  }

  @Test
  void aCertificateForTheHostPassesTheStrictestMode() {
    var identity = ServerCertificate.of("ip:127.0.0.1");
    try (var named = RealMySql.launch(identity.options())) {
      named.createBoard("board", "right");
      var strict = TlsMode.VerifyIdentity;
      assertThat(login(named, strict, Optional.of(identity.pem())).reason()).isEqualTo("Connected");
    }
  }

  @Test
  void aServerThatIsAskedWithTlsTellsUntilWhenItsCertificateIsValid() throws Exception {
    var identity = ServerCertificate.of("ip:127.0.0.1");
    try (var named = RealMySql.launch(identity.options())) {
      named.createBoard("board", "right");
      assertThat(expiry(login(named, TlsMode.Required, Optional.empty())))
          .contains(identity.expiry());
    }
  }

  @Test
  void aServerThatIsAskedInClearTextShowsNoCertificate() {
    assertThat(expiry(login(server, TlsMode.Disabled, Optional.empty()))).isEmpty();
    assertThat(expiry(login(plain(), TlsMode.Preferred, Optional.empty()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Disabled, Connected", "Preferred, Connected", "Required, TlsFailure"})
  void aServerWithoutTlsServesOnlyWhoAcceptsClearText(TlsMode mode, String reason) {
    assertThat(login(plain(), mode, Optional.empty()).reason()).isEqualTo(reason);
  }

  private static Optional<Instant> expiry(DatabaseCheck check) {
    assertThat(check.reason()).isEqualTo("Connected");
    return check.server().orElseThrow().certificateExpiry();
  }

  private static Optional<String> authority(String which, RealMySql server) throws IOException {
    return switch (which) {
      case "own" -> Optional.of(Files.readString(server.ca()));
      case "evil" -> Optional.of(ServerCertificate.of("dns:evil").pem());
      default -> Optional.empty();
    };
  }

  private static RealMySql plain() {
    if (plain == null) {
      plain = RealMySql.launch("--tls-version=");
      plain.createBoard("board", "right");
    }
    return plain;
  }

  private static DatabaseCheck login(RealMySql server, TlsMode mode, Optional<String> ca) {
    return login(
        new Binding("127.0.0.1", server.port(), "board", "board", "right", new Tls(mode, ca), ""));
  }

  private static DatabaseCheck login(String user, String password) {
    return login("127.0.0.1", server.port(), "board", user, password);
  }

  private static DatabaseCheck login(
      String host, int port, String database, String user, String password) {
    return login(new Binding(host, port, database, user, password, Tls.REQUIRED, ""));
  }

  private static DatabaseCheck login(Binding binding) {
    return new MySqlLogin()
        .attempt(
            new CheckOrder(
                "u",
                "boards",
                "team",
                "team-db",
                binding,
                "",
                Duration.ofSeconds(60),
                Duration.ofSeconds(2)));
  }
}
