package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** A board whose pods log in with tokens of their AWS identity: nobody else does. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class IamApiServerTest extends BoardsOnApiServer {

  private static final String BOARD =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {auth: IAM, external: {host: db,"
          + " secretRef: {name: team-db}}, check: {interval: 1s, timeout: 1s}}}";

  @Test
  void thePodsTellOfTheDatabaseAndNobodyLogsIn() {
    createSecret(Map.of("username", "team_iam"));
    create("team", BOARD);
    await().atMost(SOON).until(() -> stage.deployment("team-api") != null);
    awaitCondition("team", "DatabaseReady", "Unknown Connecting: no API pod has reached db:3306");
    assertThat(stage.condition("team", "SecretsResolved")).startsWith("True");
    assertThat(binding()).containsKeys("auth", "username").doesNotContainKey("password");

    stage.playTiersReady("team");

    awaitCondition("team", "DatabaseReady", "True CheckDisabled: the API pods reached db:3306");
    awaitCondition("team", "Ready", "True");
  }

  /** The words are those of the API's own Job: IamRefusalIT holds it to them. */
  @Test
  void theJobTellsOfThePodsThatHaveNoIdentity() {
    createSecret(Map.of("username", "team_iam"));
    create("team", BOARD.replace("migration: {mode: Disabled}, ", ""));
    var jobs = new JobStage(client, namespace);
    await().atMost(SOON).until(() -> jobs.jobs().size() == 1);

    jobs.playFailed(jobs.jobs().get(0), "IdentityUnavailable: no AWS identity");

    awaitCondition("team", "DatabaseReady", "False IdentityUnavailable: the last attempt of Job");
    assertThat(stage.condition("team", "SchemaMigrated"))
        .startsWith("False MigrationFailed")
        .contains("no AWS identity");
  }

  @Test
  void aBoardThatHadAPasswordLosesItFromItsBinding() {
    readyExternalBoard("team");
    assertThat(binding()).containsKey("password");

    patch("team", "{\"spec\":{\"database\":{\"auth\":\"IAM\"}}}");

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(binding()).containsKey("auth").doesNotContainKey("password"));
  }
}
