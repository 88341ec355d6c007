package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.ConnectionsStatus;
import dev.messageboard.operator.mysql.BlackHole;
import dev.messageboard.operator.mysql.ServerCertificate;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** The running operator on a real API server, and a real MySQL that comes, goes and refuses. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#orMySqlAreAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class DatabaseApiServerTest extends BoardsOnADatabase {

  private static final String BOARD =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {external: {host: 127.0.0.1, port:"
          + " %d, name: %s, secretRef: {name: team-db}}, check: {interval: %s, timeout: 1s}}}";

  @Inject MeterRegistry registry;

  @BeforeEach
  void migrateIt() {
    server.writeHistory(database, "1");
  }

  @Test
  void podsComeOnceTheLoginWasAccepted() {
    createSecret(Map.of("username", database, "password", "wrong"));
    create("team", board(server.port(), "2s"));
    awaitCondition("team", "DatabaseReady", "False AccessDenied: 127.0.0.1:" + server.port());
    assertThat(stage.condition("team", "SecretsResolved")).startsWith("True");
    assertThat(binding()).isEmpty();
    assertThat(stage.deployment("team-api")).isNull();
    assertThat(stage.deployment("team-frontend")).isNotNull();

    changePassword("team-db", "first");
    awaitCondition("team", "DatabaseReady", "True Connected");
    assertThat(binding()).containsEntry("password", encoded("first"));
    await().atMost(SOON).until(() -> stage.deployment("team-api") != null);
    assertThat(stage.board("team").getStatus().database().serverVersion()).startsWith("9.");
  }

  @Test
  void anOutageIsSeenAndOverWithinAnIntervalAndTouchesNoPod() {
    running("2s");
    var before = stage.deployment("team-api").getMetadata();
    server.kill();
    awaitCondition("team", "DatabaseReady", "False ConnectionRefused");
    awaitEvent("team", "Warning DatabaseUnreachable x1: ");
    server.start();
    awaitCondition("team", "DatabaseReady", "True Connected");
    awaitEvent("team", "Normal DatabaseConnected x2: ");
    var after = stage.deployment("team-api").getMetadata();
    assertThat(after.getUid()).isEqualTo(before.getUid());
    assertThat(after.getGeneration()).isEqualTo(before.getGeneration());
  }

  @Test
  void rejectedCredentialsLeaveThePodsAloneAndGoodOnesReachThem() {
    running("2s");
    var generation = stage.deployment("team-api").getMetadata().getGeneration();
    changePassword("team-db", "not-yet-valid");
    awaitCondition("team", "DatabaseReady", "False AccessDenied");
    assertThat(binding()).containsEntry("password", encoded("first"));
    assertThat(stage.deployment("team-api").getMetadata().getGeneration()).isEqualTo(generation);

    server.execute("ALTER USER %s IDENTIFIED BY 'not-yet-valid'".formatted(database));
    awaitCondition("team", "DatabaseReady", "True Connected");
    await().atMost(SOON).until(() -> encoded("not-yet-valid").equals(binding().get("password")));
    await()
        .atMost(SOON)
        .until(() -> stage.deployment("team-api").getMetadata().getGeneration() > generation);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events("team"))
                    .anyMatch(event -> event.startsWith("Warning CredentialsRejected x1"))
                    .anyMatch(event -> event.startsWith("Normal CredentialsRotated x1")));
  }

  @Test
  void aMoveToAServerThatNeverAnswersIsATimeoutAndThePodsStayWhereTheyAre() {
    assertTimeoutIn(new BlackHole());
  }

  @Test
  void aMoveToWhereTheNetworkDropsPacketsIsATimeoutAndThePodsStayWhereTheyAre() {
    assertTimeoutIn(BlackHole.thatDrops());
  }

  private void assertTimeoutIn(BlackHole somewhere) {
    running("2s");
    try (var hole = somewhere) {
      patch(
          "team", "{\"spec\":{\"database\":{\"external\":{\"port\":%d}}}}".formatted(hole.port()));
      awaitCondition("team", "DatabaseReady", "False Timeout");
      assertThat(binding()).containsEntry("port", encoded(Integer.toString(server.port())));
    }
  }

  @Test
  void aChangedAuthorityIsTriedBeforePodsGetIt() throws IOException {
    var own = Files.readString(server.ca());
    createSecret(Map.of("username", database, "password", "first"));
    create("team", verified(server.port()));
    awaitCondition("team", "DatabaseReady", "False CaMissing: ConfigMap rds-ca");
    assertThat(stage.condition("team", "SecretsResolved")).startsWith("False CaMissing");

    publish("no certificates");
    awaitCondition("team", "DatabaseReady", "False CaInvalid");
    publish(own);
    awaitCondition("team", "DatabaseReady", "True Connected");
    await().atMost(SOON).until(() -> encoded(own).equals(binding().get("ca.pem")));
    assertThat(decoded(binding().get("jdbc-url"))).endsWith("?sslMode=VERIFY_CA");

    publish(ServerCertificate.of("dns:another").pem());
    awaitCondition("team", "DatabaseReady", "False TlsFailure");
    assertThat(binding()).containsEntry("ca.pem", encoded(own));
  }

  @Test
  void aChangedSecretWithTheWatchLabelIsReadAtOnce() {
    running("1h");
    label("team-db");
    server.execute("ALTER USER %s IDENTIFIED BY 'second'".formatted(database));
    changePassword("team-db", "second");
    await().atMost(SOON).until(() -> encoded("second").equals(binding().get("password")));
  }

  @Test
  void aSecretThatTwoBoardsNameIsReadAsOftenAsTheOneThatLooksMoreOften() {
    running("1h");
    create("other", board(server.port(), "1h"));
    awaitCondition("other", "DatabaseReady", "True Connected");
    patch("other", "{\"spec\":{\"database\":{\"check\":{\"interval\":\"1s\"}}}}");
    awaitGeneration("other");
    server.execute("ALTER USER %s IDENTIFIED BY 'second'".formatted(database));
    changePassword("team-db", "second");
    await().atMost(SOON).until(() -> encoded("second").equals(binding("other").get("password")));
  }

  @Test
  void aServerThatAdmitsTooFewConnectionsIsAWarningBeforePodsAreRefused() {
    running("1s");
    var needed = (2 + 1) * 8 + 4;
    assertThat(connections()).isEqualTo(new ConnectionsStatus(151, needed));
    try {
      server.execute("SET GLOBAL max_connections = 30");
      awaitCondition("team", "DatabaseReady", "True ConnectionBudgetExceeded");
      assertThat(stage.condition("team", "Ready")).startsWith("True");
      assertThat(connections()).isEqualTo(new ConnectionsStatus(30, needed));
      await().atMost(SOON).until(this::ratio, Double.valueOf(needed / 30.0)::equals);
      server.execute("SET GLOBAL max_connections = 20");
      awaitCondition("team", "DatabaseReady", "False ConnectionBudgetExceeded");
      assertThat(stage.condition("team", "Ready")).startsWith("False ConnectionBudgetExceeded");
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(events("team"))
                      .anyMatch(e -> e.startsWith("Warning ConnectionBudgetExceeded x2")));

      patch("team", "{\"spec\":{\"database\":{\"pool\":{\"maxSize\":0}}}}");
      awaitCondition("team", "DatabaseReady", "True Connected");
      assertThat(stage.config("team-config").get("api.properties"))
          .contains("messageboard.pool-size=3\n");
    } finally {
      server.execute("SET GLOBAL max_connections = 151");
    }
  }

  private double ratio() {
    return registry
        .get("messageboard.connection.budget.ratio")
        .tags("namespace", namespace, "name", "team")
        .gauge()
        .value();
  }

  private ConnectionsStatus connections() {
    return stage.board("team").getStatus().database().connections();
  }

  private void running(String interval) {
    createSecret(Map.of("username", database, "password", "first"));
    create("team", board(server.port(), interval));
    awaitCondition("team", "DatabaseReady", "True Connected");
    await().atMost(SOON).until(() -> stage.deployment("team-api") != null);
    stage.playTiersReady("team");
    awaitCondition("team", "Ready", "True");
  }

  private String board(int port, String interval) {
    return BOARD.formatted(port, database, interval);
  }

  private String verified(int port) {
    return board(port, "2s")
        .replace(
            "check:", "tls: {mode: VerifyCA, caRef: {configMap: rds-ca, key: bundle.pem}}, check:");
  }

  private void publish(String pem) {
    publish("rds-ca", Map.of("bundle.pem", pem));
  }

  private static String decoded(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }

  private void label(String secret) {
    client
        .secrets()
        .inNamespace(namespace)
        .withName(secret)
        .edit(
            live ->
                live.edit()
                    .editMetadata()
                    .addToLabels("messageboard.dev/watch", "")
                    .endMetadata()
                    .build());
  }
}
