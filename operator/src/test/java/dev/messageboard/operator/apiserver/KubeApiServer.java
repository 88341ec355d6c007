package dev.messageboard.operator.apiserver;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;

/** A real kube-apiserver with etcd, alone: no controllers, no nodes. */
final class KubeApiServer implements AutoCloseable {

  private static final String ADMIN = "admin-token";
  private static final String OPERATOR = "operator-token";
  private static final String NAMESPACED = "namespaced-token";
  private static final String LISTED = "listed-token";
  private static final String TOKENS =
      """
      %s,admin,admin,"system:masters"
      %s,system:serviceaccount:messageboard-system:messageboard-operator,operator,"system:serviceaccounts"
      %s,system:serviceaccount:boards:messageboard-operator,namespaced,"system:serviceaccounts"
      %s,system:serviceaccount:listed-system:messageboard-operator,listed,"system:serviceaccounts"
      """;

  /** Every request of the operator, one line each when it is done; a watch also when it starts. */
  private static final String AUDIT_POLICY =
      """
      apiVersion: audit.k8s.io/v1
      kind: Policy
      omitStages: [RequestReceived]
      rules:
      - level: Metadata
        users:
        - system:serviceaccount:messageboard-system:messageboard-operator
        - system:serviceaccount:boards:messageboard-operator
        - system:serviceaccount:listed-system:messageboard-operator
      - level: None
      """;

  private final Path home;
  private final String admission;
  private final int port = freePort();
  private final String etcd = "http://127.0.0.1:" + freePort();
  private final List<Process> processes = new ArrayList<>();

  private KubeApiServer(Path home, String admission) {
    this.home = home;
    this.admission = admission;
  }

  static KubeApiServer start() {
    return startWith("NamespaceLifecycle");
  }

  /** With an admission plugin that is not on by default. */
  static KubeApiServer startWith(String admission) {
    try {
      var server = new KubeApiServer(Files.createTempDirectory("kube-apiserver"), admission);
      server.startEtcdAndApiServer(KubeBinaries.directory().orElseThrow());
      return server;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Config admin() {
    return config(ADMIN, "default");
  }

  /** May do what deploy/operator allows it, nothing else. */
  Config operator() {
    return config(OPERATOR, "messageboard-system");
  }

  /** May do what deploy/operator/namespaced allows it in the namespace boards. */
  Config namespacedOperator() {
    return config(NAMESPACED, "boards");
  }

  /** May do nothing until somebody binds a role to it. */
  Config operatorOfListedNamespaces() {
    return config(LISTED, "listed-system");
  }

  /** Kills the API server and starts it again on the same store and port. */
  void restart() {
    try {
      var apiServer = processes.remove(processes.size() - 1);
      apiServer.destroyForcibly().waitFor();
      startApiServer(KubeBinaries.directory().orElseThrow(), etcd);
      awaitReadiness();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Path audit() {
    return home.resolve("audit.log");
  }

  private Config config(String token, String namespace) {
    return new ConfigBuilder(Config.empty())
        .withMasterUrl("https://127.0.0.1:" + port)
        .withTrustCerts(true)
        .withOauthToken(token)
        .withNamespace(namespace)
        .build();
  }

  private void startEtcdAndApiServer(Path binaries) throws IOException, GeneralSecurityException {
    Files.writeString(
        home.resolve("tokens.csv"), TOKENS.formatted(ADMIN, OPERATOR, NAMESPACED, LISTED));
    Files.writeString(home.resolve("audit-policy.yaml"), AUDIT_POLICY);
    Files.writeString(home.resolve("key.pem"), newKey());
    startEtcd(binaries, etcd);
    startApiServer(binaries, etcd);
    awaitReadiness();
  }

  private void startEtcd(Path binaries, String etcd) throws IOException {
    var peers = "http://127.0.0.1:" + freePort();
    run(
        "etcd",
        binaries.resolve("etcd").toString(),
        "--data-dir=" + home.resolve("etcd"),
        "--listen-client-urls=" + etcd,
        "--advertise-client-urls=" + etcd,
        "--listen-peer-urls=" + peers,
        "--initial-advertise-peer-urls=" + peers,
        "--initial-cluster=default=" + peers,
        "--unsafe-no-fsync");
  }

  private void startApiServer(Path binaries, String etcd) throws IOException {
    run(
        "kube-apiserver",
        binaries.resolve("kube-apiserver").toString(),
        "--etcd-servers=" + etcd,
        "--bind-address=127.0.0.1",
        "--secure-port=" + port,
        "--cert-dir=" + home.resolve("certificates"),
        "--token-auth-file=" + home.resolve("tokens.csv"),
        "--authorization-mode=RBAC",
        "--audit-policy-file=" + home.resolve("audit-policy.yaml"),
        "--audit-log-path=" + audit(),
        "--audit-log-mode=blocking-strict",
        "--disable-admission-plugins=ServiceAccount",
        "--enable-admission-plugins=" + admission,
        "--service-account-issuer=https://localhost",
        "--service-account-key-file=" + home.resolve("key.pem"),
        "--service-account-signing-key-file=" + home.resolve("key.pem"),
        "--service-cluster-ip-range=10.0.0.0/16",
        "--watch-cache=true");
  }

  private void run(String name, String... command) throws IOException {
    var log = home.resolve(name + ".log").toFile();
    processes.add(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start());
  }

  private void awaitReadiness() {
    try (var client = new KubernetesClientBuilder().withConfig(admin()).build()) {
      Awaitility.await("the API server, see " + home)
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofMillis(200))
          .ignoreExceptionsInstanceOf(KubernetesClientException.class)
          .until(
              () ->
                  "ok".equals(client.raw("/readyz"))
                      && client.namespaces().withName("default").get() != null);
    }
  }

  private static String newKey() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var encoded = generator.generateKeyPair().getPrivate().getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
        .formatted(Base64.getMimeEncoder().encodeToString(encoded));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
    try (var files = Files.walk(home)) {
      for (var process : processes) {
        process.waitFor();
      }
      files.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
