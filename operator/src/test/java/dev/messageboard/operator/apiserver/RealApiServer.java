package dev.messageboard.operator.apiserver;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Gives Quarkus a kubeconfig of the operator's account, before it makes its client. */
public class RealApiServer implements QuarkusTestResourceLifecycleManager {

  private static KubeApiServer server;

  private Path kubeconfig;

  static KubeApiServer running() {
    return server;
  }

  @Override
  public Map<String, String> start() {
    server = KubeApiServer.start();
    Cluster.install(server);
    kubeconfig = kubeconfig();
    System.setProperty("kubeconfig", kubeconfig.toString());
    return Map.of();
  }

  @Override
  public void stop() {
    System.clearProperty("kubeconfig");
    server.close();
    kubeconfig.toFile().delete();
  }

  private static Path kubeconfig() {
    var config = server.operator();
    try {
      var cluster = Map.of("server", config.getMasterUrl(), "insecure-skip-tls-verify", true);
      var content =
          Map.of(
              "apiVersion",
              "v1",
              "kind",
              "Config",
              "clusters",
              List.of(Map.of("name", "test", "cluster", cluster)),
              "users",
              List.of(Map.of("name", "test", "user", Map.of("token", config.getOauthToken()))),
              "contexts",
              List.of(Map.of("name", "test", "context", Map.of("cluster", "test", "user", "test"))),
              "current-context",
              "test");
      return Files.writeString(
          Files.createTempFile("kubeconfig", ".yaml"), Serialization.asYaml(content));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
