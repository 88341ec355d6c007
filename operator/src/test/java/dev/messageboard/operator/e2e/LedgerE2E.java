package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A board whose user, server and pods come and go while people keep posting. */
class LedgerE2E {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final String HOST = "ledger.example.org";
  private static final String SERVER = "two-users";
  private static final Map<String, String> PASSWORDS = Map.of("alice", "first", "bob", "second");

  private static KubernetesClient client;
  private static TestNamespace namespace;
  private static LiveBoard board;

  @BeforeAll
  static void startABoardOnAServerWithTwoUsers() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    Entrance.assumeIngressController(client);
    board = namespace.board("ledger");
    MySqlPod.start(namespace, SERVER, USERS);
    hand("alice");
    Kubectl.apply(namespace.name(), BOARD);
    board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
  }

  @AfterAll
  static void removeTheNamespace() {
    namespace.close();
    client.close();
  }

  @Test
  void theOtherUserTakesOverWithoutAFailedLostOrDoubledPost() {
    try (var door = Entrance.throughIngress(board, HOST)) {
      var expected = new ArrayList<>(door.bodies());
      try (var postings = Postings.through(door, PAUSE)) {
        handToTheOther();
        expected.addAll(postings.stop());
        assertThat(postings.failures()).isEmpty();
        assertThat(expected).hasSizeGreaterThan(20);
      }
      door.awaitExactly(expected);
    }
    board.await("DatabaseReady", LiveBoard.Condition::isTrue, LIMIT);
  }

  @Test
  void whatWasAcknowledgedIsThereOnceWhateverBefallsTheDatabaseAndThePods() {
    try (var door = Entrance.throughIngress(board, HOST)) {
      var expected = new ArrayList<>(door.bodies());
      try (var postings = Postings.persistently(door, PAUSE)) {
        noPodEndsWhile(MySqlPod::hold, c -> !c.isTrue(), MySqlPod::letGoOn);
        noPodEndsWhile(MySqlPod::freeze, c -> "Timeout".equals(c.reason()), MySqlPod::thaw);
        migrateAgain();
        handToTheOther();
        Kubectl.run(namespace.name(), "delete", "pods", "--selector=" + API, "--now");
        board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);

        expected.addAll(postings.stop());
        assertThat(postings.failures()).isNotEmpty();
      }
      door.awaitExactly(expected);
    }
  }

  private static void noPodEndsWhile(
      BiConsumer<TestNamespace, String> begins,
      Predicate<LiveBoard.Condition> isSeen,
      BiConsumer<TestNamespace, String> ends) {
    var starts = restartsOfThePods();
    begins.accept(namespace, SERVER);
    board.await("DatabaseReady", isSeen, LIMIT);
    await()
        .during(CHECK_INTERVAL.multipliedBy(3))
        .atMost(LIMIT)
        .until(() -> restartsOfThePods().equals(starts));
    ends.accept(namespace, SERVER);
    board.await("DatabaseReady", LiveBoard.Condition::isTrue, LIMIT);
    assertThat(restartsOfThePods()).isEqualTo(starts);
  }

  private static void migrateAgain() {
    var before = migrations();
    Kubectl.run(
        namespace.name(),
        "patch",
        "mb/ledger",
        "--type=merge",
        "--patch={\"spec\":{\"migration\":{\"trigger\":\"again\"}}}");
    await().atMost(LIMIT).until(() -> !before.containsAll(migrations()));
    board.await("SchemaMigrated", LiveBoard.Condition::isTrue, LIMIT);
  }

  /** Those that succeeded. */
  private static List<String> migrations() {
    return client.batch().v1().jobs().inNamespace(namespace.name()).list().getItems().stream()
        .filter(job -> job.getStatus().getSucceeded() != null)
        .map(job -> job.getMetadata().getName())
        .toList();
  }

  private static void handToTheOther() {
    var other = userOfThePods().equals("alice") ? "bob" : "alice";
    var before = hash();
    hand(other);
    await().atMost(LIMIT).until(() -> !hash().equals(before));
    Kubectl.run(namespace.name(), "rollout", "status", "deployment/ledger-api", "--timeout=5m");
    assertThat(userOfThePods()).isEqualTo(other);
  }

  private static void hand(String user) {
    Kubectl.apply(namespace.name(), SECRET.formatted(user, PASSWORDS.get(user)));
  }

  private static String hash() {
    var deployment =
        client.apps().deployments().inNamespace(namespace.name()).withName("ledger-api").get();
    var template = deployment.getSpec().getTemplate();
    return template.getMetadata().getAnnotations().get("messageboard.dev/config-hash");
  }

  private static String userOfThePods() {
    return Kubectl.run(
        namespace.name(),
        "get",
        "secret/ledger-database",
        "-o=go-template={{.data.username | base64decode}}");
  }

  /** By pod UID, so that another pod is seen, too. */
  private static Map<String, List<Integer>> restartsOfThePods() {
    var pods = client.pods().inNamespace(namespace.name()).withLabelSelector(API).list().getItems();
    return pods.stream()
        .collect(Collectors.toMap(p -> p.getMetadata().getUid(), LedgerE2E::restarts));
  }

  private static List<Integer> restarts(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream()
        .map(ContainerStatus::getRestartCount)
        .toList();
  }

  private static final String API =
      "app.kubernetes.io/instance=ledger,app.kubernetes.io/component=api";

  private static final String USERS =
      """
      CREATE DATABASE IF NOT EXISTS board;
      CREATE USER IF NOT EXISTS alice@'%' IDENTIFIED BY 'first';
      CREATE USER IF NOT EXISTS bob@'%' IDENTIFIED BY 'second';
      GRANT ALL ON board.* TO alice@'%', bob@'%';
      """;

  private static final String SECRET =
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: ledger-db, labels: {messageboard.dev/watch: ""}}
      stringData: {username: %s, password: %s}
      """;

  private static final String BOARD =
      """
      apiVersion: messageboard.dev/v1alpha1
      kind: MessageBoard
      metadata: {name: ledger}
      spec:
        version: "%s"
        board: {postsPerMinute: 10000, postsPerHour: 100000}
        database:
          external: {host: %s, name: board, secretRef: {name: ledger-db}}
          check: {interval: %ds, timeout: 1s}
        ingress: {host: %s}
      """
          .formatted(Manifests.VERSION, SERVER, CHECK_INTERVAL.toSeconds(), HOST);
}
