package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Boards on a server that a platform team runs for several: they come, move in and go. */
class SharedServerE2E {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String ALL = "1 2 1";
  private static final String NOTHING = "0 0 0";

  private static KubernetesClient client;
  private static TestNamespace namespace;
  private static OfferedServer server;
  private static LiveBoard board;
  private static LiveBoard kept;
  private static LiveBoard gone;

  /** All at once: they wait beside each other. */
  @BeforeAll
  static void startBoardsOnTheOfferedServer() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    server = OfferedServer.start(namespace, OLD + GATED);
    var sample = Manifests.boardOf("database-provisioned.yaml");
    Kubectl.apply(namespace.name(), sample.replace("mysql-main", server.name()));
    Kubectl.apply(namespace.name(), provisioned("kept", "Retain"));
    Kubectl.apply(namespace.name(), provisioned("gone", "Delete"));
    board = namespace.board("team-provisioned");
    kept = namespace.board("kept");
    gone = namespace.board("gone");
    List.of(board, kept, gone).forEach(SharedServerE2E::awaitReady);
  }

  @AfterAll
  static void takeTheOfferBack() {
    server.close();
    namespace.close();
    client.close();
  }

  @Test
  void theOldMessagesAreCountedThenTakenOnceWithTheirNames() {
    Kubectl.run(
        namespace.name(),
        "create",
        "secret",
        "generic",
        "old-database",
        "--from-literal=password=old");
    var url = "jdbc:mysql://%s:3306/old".formatted(OfferedServer.HOST);
    var counting = Manifests.adoption(board.name(), imageOfTheApi(), url);
    var taking = counting.replace("# - --apply", "- --apply");
    assertThat(taking).isNotEqualTo(counting);

    assertThat(logsOf(counting)).contains("3 rows found, 3 would be adopted, 0 were there already");
    assertThat(logsOf(taking)).contains("3 rows found, 3 adopted, 0 were there already");
    assertThat(logsOf(taking)).contains("3 rows found, 0 adopted, 3 were there already");

    try (var door = board.frontDoor()) {
      door.awaitInList("third");
      var items = FrontDoor.json(door.get("/api/v1/messages")).path("items");
      assertThat(items)
          .extracting(item -> item.path("body").asText())
          .containsExactly("third", "second", "first");
      assertThat(items)
          .extracting(item -> item.path("author").asText())
          .containsExactly("Cy", "Ben", "Ada");
    }
  }

  @Test
  void ofDeletedBoardsNothingStaysButTheDatabaseThatIsToBeRetained() {
    var databaseOfKept = OfferedServer.databaseOf(kept);
    var databaseOfGone = OfferedServer.databaseOf(gone);
    try (var door = kept.frontDoor()) {
      door.accepted("Ada", "to be kept");
    }
    assertThat(server.countOf(databaseOfKept)).isEqualTo(ALL);
    assertThat(server.countOf(databaseOfGone)).isEqualTo(ALL);
    assertThat(gone.children()).contains("pod/gone-api-", "pod/gone-frontend-");

    Kubectl.run(namespace.name(), "delete", "mb/kept", "mb/gone", "--timeout=3m");

    assertThat(server.countOf(databaseOfGone)).isEqualTo(NOTHING);
    assertThat(server.countOf(databaseOfKept)).isEqualTo(ALL);
    assertThat(server.query("SELECT body FROM %s.message".formatted(databaseOfKept)))
        .isEqualTo("to be kept");
    for (var deleted : List.of(kept, gone)) {
      await().atMost(LIMIT).untilAsserted(() -> assertThat(deleted.children()).isEmpty());
    }
  }

  @Test
  void aMigrationThatIsDeniedIsToldAndKeptAndDoneWithTheLoginThatMay() {
    Kubectl.apply(namespace.name(), LOGIN.formatted("gated", "gated_rw"));
    handToTheJob("gated_rw");
    Kubectl.apply(
        namespace.name(),
        small(
            "gated",
            "{external: {host: server, name: gated, secretRef: {name: gated}, migrationSecretRef: {name: gated-ddl}}}"));
    var gated = namespace.board("gated");

    var failed = gated.await("SchemaMigrated", c -> "MigrationFailed".equals(c.reason()), LIMIT);
    assertThat(failed.message())
        .contains("exit code 1", "PermissionDenied", "denied to user ***")
        .doesNotContain("gated_rw");
    assertThat(gated.children())
        .contains("job.batch/gated-migrate-")
        .doesNotContain("pod/gated-api-");

    handToTheJob("gated_ddl");
    awaitReady(gated);
    try (var door = gated.frontDoor()) {
      door.accepted("Ada", "by a user who may not alter a table");
    }
  }

  private static void handToTheJob(String user) {
    Kubectl.apply(namespace.name(), LOGIN.formatted("gated-ddl", user));
  }

  private static void awaitReady(LiveBoard each) {
    each.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
  }

  private static String logsOf(String job) {
    Kubectl.run(namespace.name(), "delete", "job/adopt", "--ignore-not-found");
    Kubectl.apply(namespace.name(), job);
    Kubectl.run(namespace.name(), "wait", "--for=condition=Complete", "job/adopt", "--timeout=3m");
    return Kubectl.run(namespace.name(), "logs", "job/adopt");
  }

  private static String imageOfTheApi() {
    var image = "-o=jsonpath={.spec.template.spec.containers[0].image}";
    return Kubectl.run(namespace.name(), "get", "deployment/" + board.name() + "-api", image);
  }

  private static String provisioned(String name, String reclaimPolicy) {
    return small(
        name,
        "{provisioned: {server: %s, reclaimPolicy: %s}}".formatted(server.name(), reclaimPolicy));
  }

  private static String small(String name, String database) {
    return """
    apiVersion: messageboard.dev/v1alpha1
    kind: MessageBoard
    metadata: {name: %s}
    spec:
      version: "%s"
      frontend: {replicas: 1}
      api: {replicas: 1}
      migration: {maxAttempts: 1}
      database: %s
    """
        .formatted(name, Manifests.VERSION, database);
  }

  private static final String OLD =
      """
      CREATE DATABASE IF NOT EXISTS old;
      CREATE TABLE IF NOT EXISTS old.messages (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50), message TEXT, created_at TIMESTAMP NULL);
      INSERT IGNORE INTO old.messages VALUES (1, 'Ada', 'first', '2024-01-01 10:00:00'), (2, 'Ben', 'second', '2024-01-02 10:00:00'), (3, 'Cy', 'third', '2024-01-03 10:00:00');
      CREATE USER IF NOT EXISTS mover@'%' IDENTIFIED BY 'old' REQUIRE SSL;
      GRANT SELECT ON old.* TO mover@'%';
      """;

  private static final String GATED =
      """
      CREATE DATABASE IF NOT EXISTS gated;
      CREATE USER IF NOT EXISTS gated_rw@'%' IDENTIFIED BY 'gated', gated_ddl@'%' IDENTIFIED BY 'gated';
      GRANT SELECT, INSERT, UPDATE, DELETE ON gated.* TO gated_rw@'%';
      GRANT ALL ON gated.* TO gated_ddl@'%';
      """;

  private static final String LOGIN =
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: %s, labels: {messageboard.dev/watch: ""}}
      stringData: {username: %s, password: gated}
      """;
}
