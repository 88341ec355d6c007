package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** The shipped policy, where it is installed, keeps protected boards. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class DeletionProtectionApiServerTest extends BoardsOnApiServer {

  private static final String POLICY = "deploy/policies/deletion-protection/policy.yaml";
  private static final String PROTECTED =
      "{version: 0.1.0, migration: {mode: Disabled}, deletionProtection: true, database: {embedded: {}, check: {mode: Disabled}}}";

  @Test
  void aProtectedBoardIsKeptUntilItsProtectionIsTakenAway() {
    Cluster.apply(client, POLICY);
    create("other", EMBEDDED);
    create("team", PROTECTED);
    await().atMost(SOON).until(() -> isRefused(board("team")));
    assertThatThrownBy(() -> board("team").delete())
        .hasMessageContaining(
            "MessageBoard team is protected from deletion: set spec.deletionProtection to false"
                + " first");
    assertThat(board("team").get()).isNotNull();

    board("other").delete();
    patch("team", "{\"spec\":{\"deletionProtection\":false}}");
    board("team").delete();
    assertThat(board("team").get()).isNull();
  }

  @Test
  void aNamespaceThatIsDeletedTakesItsProtectedBoardsAlong() {
    Cluster.apply(client, POLICY);
    create("team", PROTECTED);
    await().atMost(SOON).until(() -> isRefused(board("team")));
    try (var controller = namespaceController()) {
      controller.resource(board("team").get()).delete();
    }
    assertThat(board("team").get()).isNull();
  }

  private static KubernetesClient namespaceController() {
    var config = RealApiServer.running().admin();
    config.setImpersonateUsername("system:serviceaccount:kube-system:namespace-controller");
    config.setImpersonateGroups("system:masters");
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** The API server takes a new policy up a little later. */
  private static boolean isRefused(Resource<MessageBoard> board) {
    try {
      board.dryRun().delete();
      return false;
    } catch (KubernetesClientException e) {
      return e.getCode() == 422 || e.getCode() == 403;
    }
  }

  private Resource<MessageBoard> board(String name) {
    return client.resources(MessageBoard.class).inNamespace(namespace).withName(name);
  }
}
