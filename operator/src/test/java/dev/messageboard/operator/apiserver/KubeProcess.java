package dev.messageboard.operator.apiserver;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real part of the control plane beside the API server. */
final class KubeProcess implements AutoCloseable {

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

  private KubeProcess(Path home, Process process) {
    this.home = home;
    this.process = process;
  }

  /** With those of its controllers that a test needs, and no limit to what they ask for. */
  static KubeProcess controllers(Config admin, String... controllers) {
    return start(
        "kube-controller-manager",
        admin,
        "--controllers=" + String.join(",", controllers),
        "--kube-api-qps=1000",
        "--kube-api-burst=1000",
        "--horizontal-pod-autoscaler-sync-period=1s");
  }

  static KubeProcess scheduler(Config admin) {
    return start("kube-scheduler", admin);
  }

  private static KubeProcess start(String name, Config admin, String... flags) {
    try {
      var home = Files.createTempDirectory(name);
      var kubeconfig = home.resolve("kubeconfig");
      Files.writeString(
          kubeconfig, KUBECONFIG.formatted(admin.getMasterUrl(), admin.getOauthToken()));
      var command = new ArrayList<>(List.of(flags));
      command.add(0, KubeBinaries.directory().orElseThrow().resolve(name).toString());
      command.addAll(
          List.of("--kubeconfig=" + kubeconfig, "--leader-elect=false", "--secure-port=0"));
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("log").toFile())
              .start();
      return new KubeProcess(home, process);
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
