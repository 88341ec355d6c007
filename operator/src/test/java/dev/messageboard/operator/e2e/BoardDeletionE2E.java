package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deleting a board removes everything that was made for it. */
class BoardDeletionE2E {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  @Test
  void nothingOfADeletedBoardIsLeftWhenItsReclaimPolicyIsDelete() {
    try (var client = new KubernetesClientBuilder().build();
        var namespace = TestNamespace.create(client)) {
      var gone = namespace.board("gone");
      Kubectl.apply(namespace.name(), Manifests.quickstartBoard("gone"));
      Kubectl.run(namespace.name(), "wait", "--for=condition=Ready", "mb/gone", "--timeout=300s");

      assertThat(gone.children()).contains("deployment.apps/gone-api", "persistentvolumeclaim/");
      assertThat(volumesOf(client, namespace)).hasSize(1);

      Kubectl.run(namespace.name(), "delete", "mb/gone");

      await().atMost(LIMIT).untilAsserted(() -> assertThat(gone.children()).isEmpty());
      await().atMost(LIMIT).untilAsserted(() -> assertThat(volumesOf(client, namespace)).isEmpty());
    }
  }

  /** The volumes themselves, which a StorageClass with {@code reclaimPolicy: Delete} removes. */
  private static List<String> volumesOf(KubernetesClient client, TestNamespace namespace) {
    return client.persistentVolumes().list().getItems().stream()
        .filter(volume -> volume.getSpec().getClaimRef() != null)
        .filter(volume -> namespace.name().equals(volume.getSpec().getClaimRef().getNamespace()))
        .map(volume -> volume.getMetadata().getName())
        .toList();
  }
}
