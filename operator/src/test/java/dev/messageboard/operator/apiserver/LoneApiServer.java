package dev.messageboard.operator.apiserver;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One API server without an operator for all tests that bring operators of their own. As some
 * clusters do, it lets nobody block the deletion of an owner whose finalizers they may not update.
 */
final class LoneApiServer implements BeforeAllCallback {

  private static KubeApiServer server;

  static KubeApiServer running() {
    return server;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    server =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(KubeApiServer.class, key -> started(), KubeApiServer.class);
  }

  private static KubeApiServer started() {
    var server = KubeApiServer.startWith("OwnerReferencesPermissionEnforcement");
    Cluster.install(server);
    awaitThatABoardMayOwn(server);
    return server;
  }

  /** The plugin looks up kinds in a memory that is some seconds old. */
  private static void awaitThatABoardMayOwn(KubeApiServer server) {
    var owned =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("owned")
            .withNamespace("default")
            .addNewOwnerReference()
            .withApiVersion("messageboard.dev/v1alpha1")
            .withKind("MessageBoard")
            .withName("any")
            .withUid("any")
            .withBlockOwnerDeletion(true)
            .endOwnerReference()
            .endMetadata()
            .build();
    try (var client = new KubernetesClientBuilder().withConfig(server.admin()).build()) {
      await()
          .atMost(BoardsOnApiServer.SOON)
          .ignoreExceptionsInstanceOf(KubernetesClientException.class)
          .until(() -> client.resource(owned).dryRun().create() != null);
    }
  }
}
