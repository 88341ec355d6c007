package dev.messageboard.operator.apiserver;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One API server without an operator for all tests that bring operators of their own. */
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
    var server = KubeApiServer.start();
    Cluster.install(server);
    return server;
  }
}
