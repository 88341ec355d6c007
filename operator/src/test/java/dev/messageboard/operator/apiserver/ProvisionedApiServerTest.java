package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mysql.cj.jdbc.NonRegisteringDriver;
import dev.messageboard.operator.api.v1alpha1.Phase;
import dev.messageboard.operator.desired.ProvisionedDatabase;
import dev.messageboard.operator.mysql.RealMySql;
import dev.messageboard.operator.mysql.ServerCertificate;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Boards whose databases the operator makes on a real MySQL that a Secret of its own offers. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#orMySqlAreAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class ProvisionedApiServerTest extends BoardsOnMySql {

  private static final String OPERATOR_NAMESPACE = "messageboard-system";
  private static final String ADMISSION = "messageboard.dev/allowed-namespaces";

  private static final String COUNT_USERS = "SELECT COUNT(*) FROM mysql.user WHERE user = '%s'";

  private final ServerCertificate certificate = ServerCertificate.of("ip:127.0.0.1");
  private String offer;

  @Override
  @BeforeAll
  void startMySql() {
    server = RealMySql.launch(certificate.options());
  }

  @BeforeEach
  void nameAServer() {
    offer = "server-" + COUNT.incrementAndGet();
  }

  @AfterEach
  void takeTheOfferBack() {
    client.secrets().inNamespace(OPERATOR_NAMESPACE).withName(offer).delete();
  }

  @Test
  void aBoardGetsADatabaseOfItsOwnOnceItsNamespaceIsAdmitted() {
    create("team", board(""));
    awaitCondition("team", "DatabaseReady", "False SecretMissing: no Secret of the operator's");
    offerTo("elsewhere");
    awaitCondition("team", "DatabaseReady", "False NamespaceNotAdmitted: database server " + offer);
    assertThat(stage.condition("team", "SecretsResolved")).startsWith("False NamespaceNotAdmitted");
    assertThat(binding()).isEmpty();

    admit("elsewhere, " + namespace);
    awaitCondition("team", "DatabaseReady", "True Connected");
    assertThat(stage.condition("team", "SecretsResolved"))
        .isEqualTo(
            "True Resolved: database server %s is offered to the board's namespace"
                .formatted(offer));
    await().atMost(SOON).until(() -> !binding().isEmpty());
    var uid = stage.board("team").getMetadata().getUid().replace("-", "");
    assertThat(text("database")).isEqualTo("mb_" + uid);
    assertThat(text("username")).isEqualTo("mb_%s_rw".formatted(uid.substring(0, 24)));
    assertThat(text("migration-username")).isEqualTo("mb_%s_ddl".formatted(uid.substring(0, 24)));
    var jobs = new JobStage(client, namespace);
    await().atMost(SOON).until(() -> jobs.jobs().size() == 1);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events("team"))
                    .anyMatch(event -> event.startsWith("Normal DatabaseProvisioned x1")));
    assertThat(Serialization.asYaml(stage.board("team")) + events("team") + binding())
        .doesNotContain("hush-hush", encoded("hush-hush"));
  }

  @Test
  void anEditedOrDeletedSecretGetsNewPasswordsThatTheServerKnows() throws SQLException {
    offerTo("*");
    serving(board(", name: healed" + COUNT.incrementAndGet()));
    var first = text("password");
    changePassword("team-database", "edited");
    await()
        .atMost(SOON)
        .until(() -> !binding().isEmpty() && !text("password").matches("edited|" + first));
    login();
    awaitAnotherPass();

    var second = text("password");
    client.secrets().inNamespace(namespace).withName("team-database").delete();
    await().atMost(SOON).until(() -> !binding().isEmpty() && !text("password").equals(second));
    login();
    awaitCondition("team", "DatabaseReady", "True Connected");
  }

  @Test
  void whatTheServerLostIsMadeAgainAndThePodsKeepTheirPassword() throws SQLException {
    offerTo(namespace);
    serving(board(", name: lost" + COUNT.incrementAndGet()));
    var password = text("password");
    var generation = stage.deployment("team-api").getMetadata().getGeneration();
    var user = text("username");
    server.execute("DROP USER " + user);
    await().atMost(SOON).until(() -> "1".equals(server.query(COUNT_USERS.formatted(user))));
    awaitCondition("team", "DatabaseReady", "True Connected");
    assertThat(text("password")).isEqualTo(password);
    assertThat(stage.deployment("team-api").getMetadata().getGeneration()).isEqualTo(generation);
    login();
  }

  @Test
  void aDatabaseThatIsSomebodyElsesIsRefusedUntilItIsGone() {
    offerTo("*");
    var name = "taken" + COUNT.incrementAndGet();
    server.execute("CREATE DATABASE " + name);
    create("team", board(", name: " + name));
    awaitCondition("team", "DatabaseReady", "False DatabaseTaken: database " + name);
    assertThat(binding()).isEmpty();
    assertThat(stage.board("team").getStatus().phase()).isNotEqualTo(Phase.Running);
    server.execute("DROP DATABASE " + name);
    awaitCondition("team", "DatabaseReady", "True Connected");
  }

  @Test
  void aUserThatIsSomebodyElsesIsRefusedUntilItIsGone() {
    offerTo("elsewhere");
    create("team", board(""));
    var user = ProvisionedDatabase.user(stage.board("team"));
    server.createUser(user, "theirs");
    admit(namespace);
    awaitCondition("team", "DatabaseReady", "False UserTaken: user " + user);
    assertThat(binding()).isEmpty();
    server.execute("DROP USER " + user);
    awaitCondition("team", "DatabaseReady", "True Connected");
  }

  @Test
  void whileAnotherOperatorIsAtWorkOnTheDatabaseItIsBeingMade() throws SQLException {
    offerTo("*");
    var name = "locked" + COUNT.incrementAndGet();
    try (var other = server.connect();
        var statement = other.createStatement()) {
      statement.execute(
          "SELECT GET_LOCK(SHA2('messageboard_operator/%s', 224), 0)".formatted(name));
      create("team", board(", name: " + name));
      awaitCondition("team", "DatabaseReady", "False Provisioning: another operator is at work");
      assertThat(stage.board("team").getStatus().phase()).isEqualTo(Phase.Provisioning);
    }
    awaitCondition("team", "DatabaseReady", "True Connected");
  }

  @Test
  void aServerThatIsOfferedTwiceIsNobodysUntilItIsOfferedOnce() {
    offerTo("*");
    var second = client.secrets().inNamespace(OPERATOR_NAMESPACE).withName(offer + "-again");
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName(offer + "-again")
                .withNamespace(OPERATOR_NAMESPACE)
                .addToLabels("messageboard.dev/database-server", offer)
                .endMetadata()
                .build())
        .create();
    try {
      create("team", board(""));
      awaitCondition("team", "DatabaseReady", "False SecretAmbiguous: 2 Secrets");
    } finally {
      second.delete();
    }
    awaitCondition("team", "DatabaseReady", "True Connected");
  }

  @Test
  void aServerThatIsAwayIsWaitedFor() {
    offerTo("*");
    server.kill();
    create("team", board(""));
    awaitCondition("team", "DatabaseReady", "False ConnectionRefused");
    server.start();
    awaitCondition("team", "DatabaseReady", "True Connected");
  }

  @Test
  void aPausedBoardsServerIsLeftAlone() {
    offerTo("*");
    create(
        "team",
        board(", name: paused").replace("{version: 0.1.0,", "{version: 0.1.0, paused: true,"));
    awaitCondition("team", "Paused", "True");
    awaitGeneration("team");
    assertThat(
            server.query(
                "SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = 'paused'"))
        .isEqualTo("0");
    patch("team", "{\"spec\":{\"paused\":false}}");
    awaitCondition("team", "DatabaseReady", "True Connected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"VerifyCA", "VerifyIdentity"})
  void aBoardThatVerifiesTrustsWhatTheOfferSaysAndNothingElse(String mode) {
    offerTo("*", Map.of("ca.pem", ServerCertificate.of("ip:127.0.0.1").pem()));
    create("team", verifying(mode));
    awaitCondition("team", "DatabaseReady", "False TlsFailure");
    client
        .secrets()
        .inNamespace(OPERATOR_NAMESPACE)
        .withName(offer)
        .edit(live -> live.edit().addToData("ca.pem", encoded(certificate.pem())).build());
    awaitCondition("team", "DatabaseReady", "True Connected");
    await().atMost(SOON).until(() -> !binding().isEmpty());
    assertThat(text("jdbc-url"))
        .contains("VerifyCA".equals(mode) ? "sslMode=VERIFY_CA" : "sslMode=VERIFY_IDENTITY");
  }

  private String verifying(String mode) {
    return board("").replace("check:", "tls: {mode: %s}, check:".formatted(mode));
  }

  /** With a schema, and pods that were told to be ready. */
  private void serving(String spec) {
    create(
        "team", spec.replace("{version: 0.1.0,", "{version: 0.1.0, migration: {mode: Disabled},"));
    await().atMost(SOON).until(() -> !binding().isEmpty());
    server.writeHistory(text("database"), "1");
    awaitCondition("team", "DatabaseReady", "True Connected");
    await().atMost(SOON).until(() -> stage.deployment("team-api") != null);
    stage.playTiersReady("team");
    awaitCondition("team", "Ready", "True");
  }

  private void offerTo(String namespaces) {
    offerTo(namespaces, Map.of());
  }

  private void offerTo(String namespaces, Map<String, String> more) {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName(offer)
                .withNamespace(OPERATOR_NAMESPACE)
                .addToLabels("messageboard.dev/database-server", offer)
                .addToAnnotations(ADMISSION, namespaces)
                .endMetadata()
                .addToStringData(Map.of("host", "127.0.0.1", "port", "" + server.port()))
                .addToStringData(Map.of("username", "platform", "password", "hush-hush"))
                .addToStringData(more)
                .build())
        .create();
    server.execute(
        "CREATE USER IF NOT EXISTS platform@'%' IDENTIFIED BY 'hush-hush'",
        "GRANT CREATE USER, SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES ON *.* TO platform@'%' WITH GRANT OPTION");
  }

  private void admit(String namespaces) {
    client
        .secrets()
        .inNamespace(OPERATOR_NAMESPACE)
        .withName(offer)
        .edit(
            live ->
                live.edit()
                    .editMetadata()
                    .addToAnnotations(ADMISSION, namespaces)
                    .endMetadata()
                    .build());
  }

  private String board(String more) {
    return "{version: 0.1.0, database: {provisioned: {server: %s%s}, check: {interval: 2s, timeout: 2s}}}"
        .formatted(offer, more);
  }

  /** One that has seen what the one before it wrote. */
  private void awaitAnotherPass() {
    patch("team", "{\"spec\":{\"restartTrigger\":\"seen\"}}");
    awaitGeneration("team");
  }

  /** As a pod would. */
  private void login() throws SQLException {
    var who = new Properties();
    who.setProperty("user", text("username"));
    who.setProperty("password", text("password"));
    new NonRegisteringDriver().connect(text("jdbc-url"), who).close();
  }

  private String text(String key) {
    return new String(Base64.getDecoder().decode(binding().get(key)), StandardCharsets.UTF_8);
  }
}
