package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** A pass over a board that goes wrong in a way that nobody thought of. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
class UnforeseenApiServerTest extends BringsOperators {

  private volatile boolean isBroken;

  @Test
  void aFailureThatLastsIsToldInReadyAndEndsWithItsCause() {
    start(how -> how, beforeEach(this::failAtTheSecret));
    readyExternalBoard("team");
    var other = readyBoard(EMBEDDED);
    isBroken = true;
    patch("team", "{\"spec\":{\"database\":{\"external\":{\"secretRef\":{\"name\":\"moved\"}}}}}");

    awaitCondition("team", "Ready", "False ReconcileFailed: the operator failed at this board");
    var status = stage.board("team").getStatus();
    assertThat(status.toString()).doesNotContain("a-password");
    assertThat(status.phase()).hasToString("Degraded");
    assertThat(stage.condition("team", "ApiAvailable")).startsWith("True");
    assertThat(stage.condition(other, "Ready")).startsWith("True");

    isBroken = false;
    awaitCondition("team", "Ready", "False SecretMissing");
  }

  @Test
  void aBoardThatIsDeletedBeforeItsStatusIsWrittenIsNoFailure() {
    var operator = start(how -> how, beforeEach(this::deleteAtTheStatus));
    create("short-lived", EMBEDDED);
    await().atMost(SOON).until(() -> operator.looksAt(namespace, "short-lived") >= 1);
    assertThat(client.resources(MessageBoard.class).inNamespace(namespace).list().getItems())
        .isEmpty();
    assertThat(operator.failuresAt(namespace, "short-lived")).isZero();
  }

  @Test
  void aVolumeThatChangesWhileItIsLetGoOfIsLetGoOfAtTheNextLook() {
    start(how -> how, beforeEach(this::touchTheVolumeOnce));
    create(
        "team",
        EMBEDDED
            .replace("embedded: {}", "embedded: {reclaimPolicy: Delete}")
            .replace("version:", "driftPolicy: Report, version:"));
    awaitChildren("team");
    stage.playVolume(stage.statefulSet("team-mysql"));
    await().atMost(SOON).until(() -> !volumeOwners().isEmpty());

    isBroken = true;
    patch("team", "{\"spec\":{\"database\":{\"embedded\":{\"reclaimPolicy\":\"Retain\"}}}}");
    await().atMost(SOON).until(() -> volumeOwners().isEmpty());
    assertThat(isBroken).isFalse();
    assertThat(events("team")).noneMatch(event -> event.contains("Drift"));
  }

  private List<OwnerReference> volumeOwners() {
    return stage.volume("team").getMetadata().getOwnerReferences();
  }

  private void touchTheVolumeOnce(HttpRequest request) {
    var isAboutIt = request.uri().getPath().endsWith("/persistentvolumeclaims/data-team-mysql-0");
    if (isBroken && isAboutIt && "PATCH".equals(request.method())) {
      isBroken = false;
      client
          .resource(stage.volume("team"))
          .edit(live -> live.edit().editMetadata().addToLabels("a", "b").endMetadata().build());
    }
  }

  private void failAtTheSecret(HttpRequest request) {
    if (isBroken && request.uri().getPath().contains("/secrets/moved")) {
      throw new IllegalStateException("a-password");
    }
  }

  private void deleteAtTheStatus(HttpRequest request) {
    if (request.uri().getPath().endsWith("/status")) {
      client.resources(MessageBoard.class).inNamespace(namespace).delete();
    }
  }

  private static Interceptor beforeEach(Consumer<HttpRequest> then) {
    return new Interceptor() {
      @Override
      public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        then.accept(request);
      }
    };
  }
}
