package dev.messageboard.operator.apiserver;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real kube-controller-manager, with those of its controllers that a test needs. */
final class KubeControllers implements AutoCloseable {

  private static final String KUBECONFIG =
      """
      apiVersion: v1
      kind: Config
      clusters:
      - name: test
        cluster: {server: "%s", insecure-skip-tls-verify: true}
      users:
      - name: admin
        user: {token: "%s"}
      contexts:
      - name: test
        context: {cluster: test, user: admin}
      current-context: test
      """;

  private final Path home;
  private final Process process;

  private KubeControllers(Path home, Process process) {
    this.home = home;
    this.process = process;
  }

  static KubeControllers start(Config admin, String... controllers) {
    try {
      var home = Files.createTempDirectory("controller-manager");
      var kubeconfig = home.resolve("kubeconfig");
      Files.writeString(
          kubeconfig, KUBECONFIG.formatted(admin.getMasterUrl(), admin.getOauthToken()));
      var binary = KubeBinaries.directory().orElseThrow().resolve("kube-controller-manager");
      var process =
          new ProcessBuilder(
                  binary.toString(),
                  "--kubeconfig=" + kubeconfig,
                  "--controllers=" + String.join(",", controllers),
                  "--horizontal-pod-autoscaler-sync-period=1s",
                  "--leader-elect=false",
                  "--secure-port=0")
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("log").toFile())
              .start();
      return new KubeControllers(home, process);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try (var files = Files.list(home)) {
      process.destroyForcibly().waitFor();
      files.forEach(file -> file.toFile().delete());
      Files.delete(home);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
