package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Entries of lists whose key somebody changed: they are put back, and no more than that. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class DisplacedEntriesApiServerTest extends BoardsOnApiServer {

  @Test
  void aVariableThatWasRenamedAndPutBackStillGoesWithTheSpec() {
    var name =
        readyBoard(
            EMBEDDED.replace("database:", "api: {env: [{name: TZ, value: UTC}]}, database:"));
    rename(name, "TZ", "ZONE");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(variables(name)).contains("TZ").doesNotContain("ZONE"));
    patch(name, "{\"spec\":{\"api\":{\"env\":null}}}");
    await().atMost(SOON).untilAsserted(() -> assertThat(variables(name)).doesNotContain("TZ"));
  }

  private void rename(String board, String from, String to) {
    stage.editContainer(
        board + "-api",
        live ->
            live.edit()
                .editMatchingEnv(variable -> from.equals(variable.getName()))
                .withName(to)
                .endEnv()
                .build());
  }

  private List<String> variables(String board) {
    return stage
        .deployment(board + "-api")
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .get(0)
        .getEnv()
        .stream()
        .map(EnvVar::getName)
        .toList();
  }
}
