package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The quickstart's board lives, heals and keeps its messages. */
@Isolated("it measures, and restarts the operator")
class FirstLightE2E {

  private static final Duration HEALING = Duration.ofSeconds(2);
  private static final String OPERATOR_NAMESPACE = "messageboard-system";
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static KubernetesClient client;
  private static TestNamespace namespace;
  private static LiveBoard board;
  private static Figure untilReady;

  @BeforeAll
  static void applyTheQuickstart() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    board = namespace.board("team");
    var start = System.nanoTime();
    Kubectl.apply(namespace.name(), Manifests.quickstartBoard("team"));
    Kubectl.run(
        namespace.name(),
        "wait",
        "--for=condition=Ready",
        "mb/team",
        "--timeout=" + LIMIT.toSeconds() + "s");
    untilReady = Figure.since(start, "board Ready after kubectl apply", Duration.ofSeconds(60));
  }

  @AfterAll
  static void removeTheNamespace() {
    namespace.close();
    client.close();
  }

  @Test
  void aBoardIsReadyWithinAMinute() {
    untilReady.report();
  }

  @Test
  void aMessagePostedThroughTheFrontDoorIsListedReadAndDeleted() {
    try (var door = board.frontDoor()) {
      var posted = door.accepted("Ada", unique("hello"));
      var location = "/api/v1/messages/" + FrontDoor.json(posted).path("id").asText();

      assertThat(FrontDoor.json(door.get(location)).path("body"))
          .isEqualTo(FrontDoor.json(posted).path("body"));
      door.awaitInList(FrontDoor.json(posted).path("body").asText());

      assertThat(door.delete(location).statusCode()).as("by somebody else").isEqualTo(401);
      assertThat(door.deleteOwn(location, posted).statusCode()).isEqualTo(204);
      assertThat(door.get(location).statusCode()).isEqualTo(410);
    }
  }

  @Test
  void thePageCarriesTheTitleOfTheBoard() {
    try (var door = board.frontDoor()) {
      assertThat(door.get("/").body()).contains("<script");
      assertThat(FrontDoor.json(door.get("/config.json")).path("title").asText())
          .isEqualTo("Team board");
    }
  }

  @Test
  void aDeletedApiDeploymentIsBackAndTheMessageIsStillThere() {
    var body = post("before the API was deleted");
    var deployment = client.apps().deployments().inNamespace(namespace.name()).withName("team-api");
    var previous = deployment.get();

    var start = System.nanoTime();
    deployment.delete();
    board.awaitSuccessor(deployment, previous, LIMIT);
    Figure.since(start, "healing a deleted API Deployment", HEALING).report();

    deployment.waitUntilReady(LIMIT.toSeconds(), TimeUnit.SECONDS);
    assertThatTheBoardStillHas(body);
  }

  @Test
  void anEditedServicePortIsPutRightAndTheMessageIsStillThere() {
    var body = post("before the port was edited");
    var service = client.services().inNamespace(namespace.name()).withName("team-frontend");

    var start = System.nanoTime();
    var otherPort = "[{\"op\":\"replace\",\"path\":\"/spec/ports/0/port\",\"value\":8088}]";
    Kubectl.run(namespace.name(), "patch", "service/team-frontend", "--type=json", "-p", otherPort);
    service.waitUntilCondition(
        s -> s.getSpec().getPorts().size() == 1 && s.getSpec().getPorts().get(0).getPort() == 80,
        LIMIT.toSeconds(),
        TimeUnit.SECONDS);
    Figure.since(start, "healing an edited Service port", HEALING).report();

    assertThatTheBoardStillHas(body);
  }

  @Test
  void aDeletedConfigMapIsBackAndTheMessageIsStillThere() {
    var body = post("before the configuration was deleted");
    var configMap = client.configMaps().inNamespace(namespace.name()).withName("team-config");
    var previous = configMap.get();

    var start = System.nanoTime();
    configMap.delete();
    var successor = board.awaitSuccessor(configMap, previous, LIMIT);
    Figure.since(start, "healing a deleted ConfigMap", HEALING).report();

    assertThat(successor.getData()).isEqualTo(previous.getData());
    assertThatTheBoardStillHas(body);
  }

  @Test
  void aDeletedMysqlPodComesBackWithItsMessages() {
    var body = post("before the database was deleted");
    var pod = client.pods().inNamespace(namespace.name()).withName("team-mysql-0");
    var previous = pod.get();

    pod.delete();
    board.awaitSuccessor(pod, previous, LIMIT);
    pod.waitUntilReady(LIMIT.toSeconds(), TimeUnit.SECONDS);
    assertThatTheBoardStillHas(body);
  }

  @Test
  void aDeletedStatefulSetComesBackWithItsMessagesAndTheBoardIsNotReadyBefore() {
    var body = post("before the StatefulSet was deleted");
    var pod = client.pods().inNamespace(namespace.name()).withName("team-mysql-0");
    var previous = pod.get();
    var volume = volume();

    Kubectl.run(namespace.name(), "delete", "statefulset/team-mysql");
    board.await("Ready", ready -> !ready.isTrue(), LIMIT);
    board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);

    assertThat(pod.get().getMetadata().getUid()).isNotEqualTo(previous.getMetadata().getUid());
    assertThat(pod.isReady()).isTrue();
    assertThat(volume()).as("its volume").isEqualTo(volume);
    assertThatTheBoardStillHas(body);
  }

  @Test
  void anOperatorThatIsRestartedTakesUpItsWorkAgain() {
    var operator = "deployment/messageboard-operator";
    Kubectl.run(OPERATOR_NAMESPACE, "rollout", "restart", operator);
    Kubectl.run(OPERATOR_NAMESPACE, "rollout", "status", operator, "--timeout=180s");
    var account = client.serviceAccounts().inNamespace(namespace.name()).withName("team-api");
    var previous = account.get();

    account.delete();

    board.awaitSuccessor(account, previous, LIMIT);
  }

  @Test
  void kubectlGetShowsTheColumnsOfTheContract() {
    var lines = Kubectl.run(namespace.name(), "get", "messageboards").lines().toList();
    assertThat(lines.get(0).split(" {2,}"))
        .containsExactly("NAME", "READY", "PHASE", "VERSION", "WEB", "API", "DB", "URL", "AGE");
    assertThat(lines.get(1)).startsWith("team ").contains(Manifests.VERSION);
    var wide = Kubectl.run(namespace.name(), "get", "messageboards", "--output=wide").lines();
    assertThat(wide.findFirst().orElseThrow().split(" {2,}"))
        .endsWith("AGE", "SCHEMA", "REASON", "MESSAGE");
  }

  @Test
  void everyPodIsAdmittedAsRestrictedAndNoneMountsAToken() {
    var pods =
        client.pods().inNamespace(namespace.name()).withLabel("app.kubernetes.io/instance", "team");
    assertThat(pods.list().getItems())
        .isNotEmpty()
        .allSatisfy(
            pod -> {
              assertThat(pod.getSpec().getAutomountServiceAccountToken()).isFalse();
              assertThat(pod.getSpec().getContainers())
                  .allSatisfy(
                      c -> assertThat(c.getSecurityContext().getReadOnlyRootFilesystem()).isTrue());
            });
  }

  /** The claim's UID, and whether it stays. */
  private static String volume() {
    return Kubectl.run(
        namespace.name(),
        "get",
        "persistentvolumeclaim/data-team-mysql-0",
        "--output=jsonpath={.metadata.uid} {.metadata.deletionTimestamp}");
  }

  private static String post(String text) {
    var body = unique(text);
    try (var door = board.frontDoor()) {
      door.accepted("Ada", body);
    }
    return body;
  }

  private static String unique(String text) {
    return text + " " + UUID.randomUUID();
  }

  private static void assertThatTheBoardStillHas(String body) {
    await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              try (var door = board.frontDoor()) {
                door.awaitInList(body);
              }
            });
  }
}
