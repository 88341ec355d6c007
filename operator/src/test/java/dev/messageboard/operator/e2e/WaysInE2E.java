package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Boards behind each way in that a cluster offers, as the samples ask for it. */
class WaysInE2E {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static KubernetesClient client;
  private static TestNamespace namespace;

  @BeforeAll
  static void startADatabase() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    Kubectl.apply(namespace.name(), Manifests.database());
  }

  @AfterAll
  static void removeTheNamespace() {
    namespace.close();
    client.close();
  }

  @Test
  void anIngressLeadsToItsBoardUnderItsName() {
    Entrance.assumeIngressController(client);
    var board = readyBoard("ingress.yaml", "team-ingress", "");
    assertThat(url(board)).isEqualTo("http://team.example.org");
    try (var door = Entrance.throughIngress(board, "team.example.org")) {
      assertThatItIs(board, door);
    }
  }

  @Test
  void anIngressWithoutANameTakesWhatNobodyElseClaims() {
    Entrance.assumeIngressController(client);
    var board = readyBoard("ingress-default-backend.yaml", "team-anywhere", "");
    assertThat(url(board)).startsWith("http://");
    var host = UUID.randomUUID() + ".example.org";
    try (var door = Entrance.throughIngress(board, host)) {
      assertThatItIs(board, door);
    }
  }

  @Test
  void anHttpRouteLeadsToItsBoardThroughAGatewayOfAnotherNamespace() {
    var gateway = Entrance.assumeGateway(client);
    var parent =
        "{name: %s, namespace: %s, port: 80}"
            .formatted(gateway.getMetadata().getName(), gateway.getMetadata().getNamespace());
    var board =
        readyBoard("gateway.yaml", "team-gateway", "gateway: {parentRefs: [" + parent + "]}\n");
    assertThat(board.condition("IngressReady").isTrue()).isTrue();
    assertThat(url(board)).isEqualTo("http://board.example.org");
    try (var door = Entrance.through(gateway, "board.example.org")) {
      assertThatItIs(board, door);
    }
  }

  @Test
  void everyNodeHasThePortOfTheBoard() {
    var board = readyBoard("frontend-nodeport.yaml", "team-nodeport", "");
    var nodes = Nodes.addresses(client);
    assertThat(nodes).isNotEmpty();
    for (var node : nodes) {
      try (var door = FrontDoor.at(node + ":30880", "anything.example.org")) {
        assertThatItIs(board, door);
      }
    }
  }

  private static LiveBoard readyBoard(String sample, String name, String more) {
    var small = "board: {title: %s}\nfrontend: {replicas: 1}\napi: {replicas: 1}\n".formatted(name);
    Kubectl.apply(namespace.name(), Manifests.sampleOnThatDatabase(sample, small + more));
    var board = namespace.board(name);
    board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
    return board;
  }

  private static String url(LiveBoard board) {
    return Kubectl.run(namespace.name(), "get", "mb/" + board.name(), "-o=jsonpath={.status.url}");
  }

  /** Its title, and what is posted through the door is read through it. */
  private static void assertThatItIs(LiveBoard board, FrontDoor door) {
    await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(title(door)).isEqualTo(board.name()));
    assertThat(door.get("/").body()).contains("<script");
    var body = board.name() + " " + UUID.randomUUID();
    door.accepted("Ada", body);
    door.awaitInList(body);
  }

  private static String title(FrontDoor door) {
    return FrontDoor.json(door.get("/config.json")).path("title").asText();
  }
}
