package dev.messageboard.api.database.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.messageboard.api.aws.MovableClock;
import dev.messageboard.api.aws.RdsFront;
import dev.messageboard.api.aws.TemporaryKeys;
import dev.messageboard.api.aws.TokenCheck;
import dev.messageboard.api.database.DatabaseFailure;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.credentials.CredentialsProvider;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Tokens before a server that checks them as RDS does. */
@NeedsMySql
class IamLoginMySqlTest {

  private static final String USER = "team_iam";

  private final RealMySql server = RealMySql.running();
  private final MovableClock clock = new MovableClock(Instant.now());
  private final TemporaryKeys keys = TemporaryKeys.until(clock.instant().plus(Duration.ofHours(6)));
  private final TokenCheck check = new TokenCheck(keys, clock);
  private RdsFront rds;

  @BeforeEach
  void open() {
    server.execute("CREATE USER IF NOT EXISTS team_iam@'%' IDENTIFIED BY ''");
    rds = new RdsFront(server.port(), check);
  }

  @AfterEach
  void close() {
    rds.close();
    server.execute("DROP USER team_iam@'%'");
  }

  @Test
  void theDriverSendsTheTokenWhenTheServerAsksForItInClearText() throws SQLException {
    try (Connection connection = connect(tokens(RdsFront.REGION, keys));
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT CURRENT_USER()")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("team_iam@%");
    }
    assertThat(check.refusals()).isEmpty();
  }

  @Test
  void aConnectionAfterAQuarterOfAnHourHasATokenOfItsOwn() throws SQLException {
    RdsTokens tokens = tokens(RdsFront.REGION, keys);
    connect(tokens).close();
    clock.move(Duration.ofMinutes(15).plusSeconds(1));
    connect(tokens).close();

    assertThat(check.refusals()).isEmpty();
    assertThat(check.seen()).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void aTokenThatIsOlderIsRefused() {
    Map<String, String> old = tokens(RdsFront.REGION, keys).getCredentials("");
    clock.move(Duration.ofMinutes(15).plusSeconds(1));

    assertDenied(() -> connect(old), "a token of another time");
  }

  @Test
  void anotherRegionIsRefused() {
    assertDenied(() -> connect(tokens("us-east-1", keys)), "another region or service");
  }

  @Test
  void theKeysOfAnotherRoleAreRefused() {
    TemporaryKeys others = TemporaryKeys.until(keys.end());

    assertDenied(() -> connect(tokens(RdsFront.REGION, others)), "keys of another session");
  }

  @Test
  void aSignatureWithAnotherSecretIsRefused() {
    TemporaryKeys forged = new TemporaryKeys(keys.id(), "guessed", keys.session(), keys.end());

    assertDenied(
        () -> connect(tokens(RdsFront.REGION, forged)), "a signature that is not the keys'");
  }

  private void assertDenied(Attempt attempt, String why) {
    assertThatThrownBy(attempt::run)
        .satisfies(
            failure ->
                assertThat(DatabaseFailure.of(failure)).contains(DatabaseFailure.ACCESS_DENIED));
    assertThat(check.refusals()).containsExactly(why);
  }

  private RdsTokens tokens(String region, TemporaryKeys from) {
    AwsSessionCredentials credentials =
        AwsSessionCredentials.builder()
            .accessKeyId(from.id())
            .secretAccessKey(from.secret())
            .sessionToken(from.session())
            .build();
    return new RdsTokens(
        () -> RdsEndpoint.of(url(), Optional.of(region)),
        USER,
        new AwsIdentity(() -> credentials),
        clock);
  }

  private Connection connect(RdsTokens tokens) throws SQLException {
    return connect(tokens.getCredentials(""));
  }

  private Connection connect(Map<String, String> login) throws SQLException {
    return DriverManager.getConnection(
        url(),
        login.get(CredentialsProvider.USER_PROPERTY_NAME),
        login.get(CredentialsProvider.PASSWORD_PROPERTY_NAME));
  }

  private String url() {
    return rds.url("", "REQUIRED");
  }

  private interface Attempt {
    void run() throws SQLException;
  }
}
