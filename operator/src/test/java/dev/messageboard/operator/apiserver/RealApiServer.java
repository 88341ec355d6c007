package dev.messageboard.operator.apiserver;

import dev.messageboard.operator.ClientProperties;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Connects Quarkus to a real API server, with the operator's account and rights. */
public class RealApiServer implements QuarkusTestResourceLifecycleManager {

  private static KubeApiServer server;

  static KubeApiServer running() {
    return server;
  }

  @Override
  public Map<String, String> start() {
    server = KubeApiServer.start();
    Cluster.install(server);
    ClientProperties.set(server.operator());
    return Map.of("messageboard.api-interval", "1s");
  }

  @Override
  public void stop() {
    ClientProperties.clear();
    server.close();
  }
}
