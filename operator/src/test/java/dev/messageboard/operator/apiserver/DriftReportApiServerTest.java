package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** With {@code driftPolicy: Report}, whatever others do while no operator runs. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
class DriftReportApiServerTest extends BringsOperators {

  private static final String REPORTED =
      EMBEDDED.replace("version:", "driftPolicy: Report, version:");

  @Test
  void isOnlyToldByTheNextOneUntilTheSpecTouchesIt() {
    var first = start();
    create("team", REPORTED);
    awaitChildren("team");
    stage.playAllReady("team");
    awaitCondition("team", "Ready", "True");
    first.close();

    edit("{\"spec\":{\"type\":\"NodePort\"}}");
    client.serviceAccounts().inNamespace(namespace).withName("team-frontend").delete();
    client
        .configMaps()
        .inNamespace(namespace)
        .withName("team-config")
        .edit(live -> live.edit().removeFromData("config.json").build());
    var before = childWrites();
    var second =
        start(
            how -> how.withReconciliationMaxInterval(Duration.ofSeconds(1)), new Interceptor() {});
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events("team"))
                    .contains(
                        "Warning DriftDetected x1: Service team-api: spec.type was changed by a-person; driftPolicy Report leaves it so",
                        "Warning DriftDetected x1: ServiceAccount team-frontend: was removed; driftPolicy Report leaves it so")
                    .anyMatch(
                        event ->
                            event.startsWith("Warning DriftDetected x1: ConfigMap team-config")));
    var looks = second.looksAt(namespace, "team");
    await().atMost(SOON).until(() -> second.looksAt(namespace, "team") >= looks + 2);
    assertThat(childWrites()).isEqualTo(before);

    patch("team", "{\"spec\":{\"board\":{\"title\":\"Applied\"}}}");
    await()
        .atMost(SOON)
        .until(
            () -> stage.config("team-config").getOrDefault("config.json", "").contains("Applied"));
    assertThat(service("team-api").getSpec().getType()).isEqualTo("NodePort");
  }

  private List<String> childWrites() {
    return audit.writes(namespace).stream().filter(write -> !write.contains("/status")).toList();
  }

  private void edit(String merge) {
    client
        .services()
        .inNamespace(namespace)
        .withName("team-api")
        .patch(
            new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager("a-person")
                .build(),
            merge);
  }
}
