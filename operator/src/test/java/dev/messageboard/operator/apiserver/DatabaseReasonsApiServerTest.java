package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can befall the database of a board that serves: it is told, touches no pod, and passes. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#orMySqlAreAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class DatabaseReasonsApiServerTest extends BoardsOnADatabase {

  @BeforeEach
  void migrateItAndNameIt() {
    server.writeHistory(database, "1");
    createSecret(Map.of("username", database, "password", "first", "host", "127.0.0.1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AccessDenied       | ALTER USER %1$s ACCOUNT LOCK                              | ALTER USER %1$s ACCOUNT UNLOCK
          AccessDenied       | ALTER USER %1$s PASSWORD EXPIRE                           | ALTER USER %1$s IDENTIFIED BY 'first'
          PermissionDenied   | REVOKE DELETE ON %1$s.* FROM %1$s                         | GRANT DELETE ON %1$s.* TO %1$s
          TooManyConnections | ALTER USER %1$s WITH MAX_CONNECTIONS_PER_HOUR 1           | ALTER USER %1$s WITH MAX_CONNECTIONS_PER_HOUR 0
          ReadOnly           | SET GLOBAL read_only = ON                                 | SET GLOBAL read_only = OFF
          UnknownDatabase    | DROP DATABASE %1$s                                        | CREATE DATABASE %1$s
          SchemaBehind       | DROP TABLE %1$s.flyway_schema_history                     | DO 'what a backup brings'
          SchemaBehind       | DROP TABLE %1$s.message                                   | DO 'what a backup brings'
          CheckFailed        | ALTER TABLE %1$s.flyway_schema_history DISCARD TABLESPACE | DROP TABLE %1$s.flyway_schema_history
          """)
  void whatTheServerRefusesIsToldAndOverWhenItIsMended(String reason, String harm, String mend) {
    running();
    var before = stage.deployment("team-api").getMetadata();
    server.execute(harm.formatted(database));
    try {
      awaitCondition("team", "DatabaseReady", "False " + reason + ": ");
      awaitCondition("team", "Ready", "False " + reason + ": ");
      assertThat(Serialization.asYaml(stage.board("team").getStatus())).doesNotContain("first");
    } finally {
      server.execute(mend.formatted(database));
      server.writeHistory(database, "1");
    }
    awaitCondition("team", "Ready", "True");
    var after = stage.deployment("team-api").getMetadata();
    assertThat(after.getUid()).isEqualTo(before.getUid());
    assertThat(after.getGeneration()).isEqualTo(before.getGeneration());
  }

  @ParameterizedTest
  @CsvSource({"nowhere.invalid, DnsFailure", "localhost/?a=b, SecretKeyInvalid"})
  void aHostThatNobodyKnowsIsToldAndThePodsStayWhereTheyAre(String host, String reason) {
    running();
    write("host", host);
    awaitCondition("team", "DatabaseReady", "False " + reason + ": ");
    assertThat(binding()).containsEntry("host", encoded("127.0.0.1"));
    write("host", "127.0.0.1");
    awaitCondition("team", "Ready", "True");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "no text",
      value = {"'', an empty password", "no text, bytes that are no UTF-8"})
  void aPasswordThatIsNoneIsAsGoodAsAbsentAndThePodsKeepTheirs(String password, String what) {
    running();
    client
        .secrets()
        .inNamespace(namespace)
        .withName("team-db")
        .edit(
            live ->
                live.edit()
                    .addToData("password", password == null ? "/////w==" : encoded(password))
                    .build());
    var told = "False SecretKeyMissing: Secret team-db has no usable key password";
    awaitCondition("team", "DatabaseReady", told);
    assertThat(stage.condition("team", "SecretsResolved")).as(what).startsWith(told);
    assertThat(binding()).containsEntry("password", encoded("first"));
    changePassword("team-db", "first");
    awaitCondition("team", "Ready", "True");
  }

  @Test
  void whereNobodyMigratesTheSchemaIsWaitedFor() {
    server.execute("DROP TABLE %s.flyway_schema_history".formatted(database));
    create("team", board());
    awaitCondition("team", "SchemaMigrated", "False SchemaBehind: ");
    server.writeHistory(database, "1");
    awaitCondition("team", "DatabaseReady", "True Connected");
    awaitCondition("team", "SchemaMigrated", "Unknown Waiting: ");
  }

  private void running() {
    create("team", board());
    awaitCondition("team", "DatabaseReady", "True Connected");
    await().atMost(SOON).until(() -> stage.deployment("team-api") != null);
    stage.playTiersReady("team");
    awaitCondition("team", "Ready", "True");
  }

  private void write(String key, String value) {
    client
        .secrets()
        .inNamespace(namespace)
        .withName("team-db")
        .edit(live -> live.edit().addToData(key, encoded(value)).build());
  }

  private String board() {
    return ("{version: 0.1.0, migration: {mode: Disabled}, database: {external: {port: %d, name: %s,"
            + " secretRef: {name: team-db}}, check: {interval: 1s, timeout: 1s}}}")
        .formatted(server.port(), database);
  }
}
