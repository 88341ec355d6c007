package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.Phase;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Events, figures and the status tell what others did, and what the operator does about it. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class TellingApiServerTest extends BoardsOnApiServer {

  @Inject MeterRegistry registry;

  @Test
  void aBoardsLifeIsToldInEventsOnePerChange() {
    var name = readyBoard(EMBEDDED);
    for (var title : List.of("One", "Two")) {
      patch(name, "{\"spec\":{\"board\":{\"title\":\"%s\"}}}".formatted(title));
      awaitGeneration(name);
    }
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events(name))
                    .contains(
                        "Normal Created x1: the board's parts are being made",
                        "Normal Updated x2: generation 3 is taken up",
                        "Normal ConfigChanged x2: ConfigMap %s-config has new contents"
                            .formatted(name))
                    .anyMatch(event -> event.startsWith("Normal RolloutStarted"))
                    .anyMatch(event -> event.startsWith("Normal RolloutCompleted")));
  }

  @Test
  void anotherVersionIsTakenUpWithoutWordOfNewContentsOrCredentials() {
    var name = readyBoard(EMBEDDED);
    patch(name, "{\"spec\":{\"version\":\"0.1.1\"}}");
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(events(name)).contains("Normal Updated x1: generation 2 is taken up"));
    assertThat(events(name)).noneMatch(event -> event.matches("Normal (Config|Credentials).*"));
  }

  @Test
  void whoChangedWhichFieldOfWhatIsToldAndItIsPutBackInOneWrite() {
    var name = readyBoard(EMBEDDED);
    var before = corrections("Service");
    var writes = audit.writes(namespace).size();
    edit(name + "-api", "{\"spec\":{\"type\":\"NodePort\"}}");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events(name))
                    .contains(
                        "Normal DriftCorrected x1: Service %s-api: spec.type was changed by a-person; it is put back"
                            .formatted(name)));
    assertThat(service(name + "-api").getSpec().getType()).isEqualTo("ClusterIP");
    await().atMost(SOON).until(() -> stage.board(name).getStatus().drift() != null);
    var drift = stage.board(name).getStatus().drift();
    assertThat(drift.lastObject()).isEqualTo("Service " + name + "-api");
    assertThat(drift.lastField()).isEqualTo("spec.type");
    assertThat(drift.lastManager()).isEqualTo("a-person");
    assertThat(corrections("Service")).isEqualTo(before + 1);
    assertCost(name, writes, "patch services " + name + "-api");
  }

  @Test
  void aDeletedChildCostsOneWriteAndOneOfTheStatus() {
    var name = readyBoard(EMBEDDED);
    var writes = audit.writes(namespace).size();
    client.services().inNamespace(namespace).withName(name + "-frontend").delete();
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events(name))
                    .contains(
                        "Normal DriftCorrected x1: Service %s-frontend: was removed; it is put back"
                            .formatted(name)));
    assertCost(name, writes, "patch services " + name + "-frontend");
    assertThat(audit.gets(namespace)).isEmpty();
  }

  @Test
  void driftPolicyReportOnlyTellsAndStillAppliesTheSpec() {
    var name = readyBoard(EMBEDDED);
    patch(name, "{\"spec\":{\"driftPolicy\":\"Report\"}}");
    awaitGeneration(name);
    edit(name + "-api", "{\"spec\":{\"type\":\"NodePort\"}}");
    client.serviceAccounts().inNamespace(namespace).withName(name + "-frontend").delete();
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events(name))
                    .contains(
                        "Warning DriftDetected x1: Service %s-api: spec.type was changed by a-person; driftPolicy Report leaves it so"
                            .formatted(name),
                        "Warning DriftDetected x1: ServiceAccount %s-frontend: was removed; driftPolicy Report leaves it so"
                            .formatted(name)));

    patch(name, "{\"spec\":{\"board\":{\"title\":\"Applied\"}}}");
    await()
        .atMost(SOON)
        .until(() -> stage.config(name + "-config").get("config.json").contains("Applied"));
    assertThat(service(name + "-api").getSpec().getType()).isEqualTo("NodePort");
    assertThat(events(name)).noneMatch(event -> event.contains("DriftCorrected"));

    patch(name, "{\"spec\":{\"driftPolicy\":\"Heal\"}}");
    await()
        .atMost(SOON)
        .until(() -> "ClusterIP".equals(service(name + "-api").getSpec().getType()));
  }

  @Test
  void aPausedBoardIsOnlyLookedAt() {
    var name = readyBoard(EMBEDDED);
    patch(name, "{\"spec\":{\"paused\":true}}");
    awaitCondition(name, "Paused", "True Paused: spec.paused is true: nothing is written");
    assertThat(stage.condition(name, "Ready")).startsWith("True");
    patch(name, "{\"spec\":{\"board\":{\"title\":\"Later\"}}}");
    client.services().inNamespace(namespace).withName(name + "-api").delete();
    awaitCondition(name, "Ready", "False Paused: spec.paused is true: not written are ConfigMap");
    await()
        .atMost(SOON)
        .until(() -> stage.condition(name, "Paused").contains("Service " + name + "-api"));
    assertThat(stage.board(name).getStatus().phase()).isEqualTo(Phase.Paused);
    assertThat(service(name + "-api")).isNull();

    patch(name, "{\"spec\":{\"paused\":false}}");
    await().atMost(SOON).until(() -> service(name + "-api") != null);
    await()
        .atMost(SOON)
        .until(() -> stage.config(name + "-config").get("config.json").contains("Later"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events(name))
                    .anyMatch(event -> event.startsWith("Normal Paused x1"))
                    .anyMatch(event -> event.startsWith("Normal Resumed x1")));
  }

  @Test
  void theFiguresOfABoardGoWithIt() {
    var name = readyBoard(EMBEDDED);
    await().atMost(SOON).until(() -> ready(name), List.of(1.0)::equals);
    client
        .genericKubernetesResources("messageboard.dev/v1alpha1", "MessageBoard")
        .inNamespace(namespace)
        .withName(name)
        .delete();
    await().atMost(SOON).until(() -> ready(name), List::isEmpty);
  }

  /** The one write and one of the status; a look after it, for another title, finds no more. */
  private void assertCost(String name, int before, String healing) {
    var status = "patch messageboards/status " + name;
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(since(before)).containsExactlyInAnyOrder(healing, status));
    patch(name, "{\"spec\":{\"board\":{\"title\":\"Another\"}}}");
    awaitGeneration(name);
    assertThat(since(before))
        .filteredOn(write -> !write.equals(status))
        .containsExactlyInAnyOrder(
            healing,
            "patch configmaps " + name + "-config",
            "patch deployments " + name + "-api",
            "patch deployments " + name + "-frontend");
    assertThat(since(before)).filteredOn(status::equals).hasSizeBetween(2, 3);
  }

  private List<String> since(int before) {
    var writes = audit.writes(namespace);
    return writes.subList(before, writes.size());
  }

  private List<Double> ready(String name) {
    return registry
        .find("messageboard.ready")
        .tags("namespace", namespace, "name", name)
        .gauges()
        .stream()
        .map(gauge -> gauge.value())
        .toList();
  }

  private double corrections(String kind) {
    return registry.counter("messageboard.drift.corrections", "kind", kind).count();
  }

  private void edit(String service, String merge) {
    client
        .services()
        .inNamespace(namespace)
        .withName(service)
        .patch(
            new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager("a-person")
                .build(),
            merge);
  }
}
