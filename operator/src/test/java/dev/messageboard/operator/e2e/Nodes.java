package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The nodes of a cluster that was made for tests, so that they may be taken away. */
record Nodes(KubernetesClient client, String namespace) {

  /** What runs on it may go; the front door, metrics and the control plane run on the other. */
  static final String LEAVING = "node-2";

  static final String STAYING = "node-1";

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** The command that stops and starts them, which only such a cluster has. */
  static String assumeTheyAreOurs() {
    var command = System.getenv("MESSAGEBOARD_NODE_COMMAND");
    Entrance.assume(
        command != null, "nodes drained and stopped, for want of MESSAGEBOARD_NODE_COMMAND");
    return command;
  }

  /** The addresses under which the nodes are reached. */
  static List<String> addresses(KubernetesClient client) {
    return client.nodes().list().getItems().stream().map(Nodes::address).toList();
  }

  private static String address(Node node) {
    return node.getStatus().getAddresses().stream()
        .filter(address -> "InternalIP".equals(address.getType()))
        .map(NodeAddress::getAddress)
        .findFirst()
        .orElseThrow();
  }

  void cordon(String node) {
    Kubectl.run(namespace, "cordon", node);
  }

  void uncordon(String node) {
    Kubectl.run(namespace, "uncordon", node);
  }

  /** Evicts the pods of one board: those of other tests stay. */
  void drain(String node, String board) {
    Kubectl.run(
        namespace,
        "drain",
        node,
        "--pod-selector=app.kubernetes.io/instance=" + board,
        "--ignore-daemonsets",
        "--delete-emptydir-data",
        "--timeout=300s");
  }

  /** {@code stop}s the node that may go, as without power, or {@code start}s it on its disk. */
  void power(String verb) {
    var number = LEAVING.replaceAll("\\D", "");
    try {
      var process = new ProcessBuilder(assumeTheyAreOurs(), verb, number).inheritIO().start();
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as("%s node %s", verb, number).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** How many pods of a tier each node has; those that are about to end do not count. */
  Map<String, Long> podsOf(String board, String tier) {
    return client
        .pods()
        .inNamespace(namespace)
        .withLabel("app.kubernetes.io/instance", board)
        .withLabel("app.kubernetes.io/component", tier)
        .list()
        .getItems()
        .stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .collect(Collectors.groupingBy(Nodes::of, Collectors.counting()));
  }

  private static String of(Pod pod) {
    return String.valueOf(pod.getSpec().getNodeName());
  }
}
