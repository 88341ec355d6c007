package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A team that moves: a board on a server that is offered, and the old messages brought there. */
class MovingE2E {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String BOARD = "team-provisioned";
  private static final String OPERATOR_NAMESPACE = "messageboard-system";

  private static KubernetesClient client;
  private static TestNamespace namespace;
  private static LiveBoard board;

  @BeforeAll
  static void startABoardOnTheOfferedServer() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    board = namespace.board(BOARD);
    MySqlPod.start(namespace, "server", PLATFORM + OLD);
    var host = "server.%s.svc".formatted(namespace.name());
    Kubectl.apply(OPERATOR_NAMESPACE, Manifests.offer(offer(), host, namespace.name()));
    var boards = Manifests.boardOf("database-provisioned.yaml");
    Kubectl.apply(namespace.name(), boards.replace("server: mysql-main", "server: " + offer()));
    board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
  }

  @AfterAll
  static void takeTheOfferBack() {
    Kubectl.run(OPERATOR_NAMESPACE, "delete", "secret", offer());
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
    var counting = Manifests.adoption(BOARD, imageOfTheApi(), "jdbc:mysql://server:3306/old");
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

  private static String logsOf(String job) {
    Kubectl.run(namespace.name(), "delete", "job/adopt", "--ignore-not-found");
    Kubectl.apply(namespace.name(), job);
    Kubectl.run(namespace.name(), "wait", "--for=condition=Complete", "job/adopt", "--timeout=3m");
    return Kubectl.run(namespace.name(), "logs", "job/adopt");
  }

  private static String imageOfTheApi() {
    var image = "-o=jsonpath={.spec.template.spec.containers[0].image}";
    return Kubectl.run(namespace.name(), "get", "deployment/" + BOARD + "-api", image);
  }

  private static String offer() {
    return "server-of-" + namespace.name();
  }

  /** What the sample says that the platform's user needs. */
  private static final String PLATFORM =
      """
      CREATE USER IF NOT EXISTS platform@'%' IDENTIFIED BY 'replace-me';
      GRANT CREATE USER ON *.* TO platform@'%';
      GRANT SELECT ON mysql.* TO platform@'%';
      GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES ON *.* TO platform@'%' WITH GRANT OPTION;
      """;

  private static final String OLD =
      """
      CREATE DATABASE IF NOT EXISTS old;
      CREATE TABLE IF NOT EXISTS old.messages (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50), message TEXT, created_at TIMESTAMP NULL);
      INSERT IGNORE INTO old.messages VALUES (1, 'Ada', 'first', '2024-01-01 10:00:00'), (2, 'Ben', 'second', '2024-01-02 10:00:00'), (3, 'Cy', 'third', '2024-01-03 10:00:00');
      CREATE USER IF NOT EXISTS mover@'%' IDENTIFIED BY 'old' REQUIRE SSL;
      GRANT SELECT ON old.* TO mover@'%';
      """;
}
