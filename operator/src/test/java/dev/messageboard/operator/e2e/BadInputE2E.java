package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bad input gets a clear answer, disturbs nobody else and loses nothing. */
class BadInputE2E {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static KubernetesClient client;
  private static TestNamespace namespace;
  private static LiveBoard good;
  private static LiveBoard neighbour;

  @BeforeAll
  static void startAGoodBoardAndItsNeighbour() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    good = namespace.board("good");
    Kubectl.apply(namespace.name(), Manifests.quickstartBoard("good"));
    good.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
    neighbour = namespace.board("neighbour");
    copyCredentialsOfTheGoodBoardTo("neighbours");
    Kubectl.apply(namespace.name(), boardOnTheGoodOnesDatabase("neighbour", "neighbours"));
    neighbour.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
  }

  @AfterAll
  static void removeTheNamespace() {
    namespace.close();
    client.close();
  }

  @Test
  void anUnknownFieldIsRefusedByName() {
    var result =
        create(Manifests.quickstartBoard("typo").replace("spec:", "spec:\n  colour: blue"));
    assertThat(result.exitCode()).isNotZero();
    assertThat(result.output()).contains("unknown field \"spec.colour\"");
  }

  @Test
  void anUnknownEnumValueIsRefusedWithTheValuesThatExist() {
    var result =
        create(
            Manifests.quickstartBoard("enum")
                .replace("reclaimPolicy: Delete", "reclaimPolicy: Shred"));
    assertThat(result.exitCode()).isNotZero();
    assertThat(result.output()).contains("Shred", "\"Delete\"", "\"Retain\"");
  }

  @Test
  void aMissingSecretIsNamedAndTheBoardRecoversByItselfWhenItAppears() {
    Kubectl.apply(namespace.name(), boardOnTheGoodOnesDatabase("waiting", "not-yet"));
    var waiting = namespace.board("waiting");
    var missing = waiting.await("SecretsResolved", c -> !c.isTrue(), LIMIT);
    assertThat(missing.reason()).isEqualTo("SecretMissing");
    assertThat(missing.message()).contains("not-yet");
    assertThat(waiting.condition("Ready").isTrue()).isFalse();
    assertThat(good.condition("Ready").isTrue()).isTrue();

    copyCredentialsOfTheGoodBoardTo("not-yet");

    waiting.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
  }

  @Test
  void anUnpullableImageIsNamedWhileTheOldPodsKeepServingAndOtherBoardsAreAsTheyWere() {
    var others = neighbour.condition("Ready");
    var body = "before the image was changed " + UUID.randomUUID();
    try (var door = good.frontDoor()) {
      door.accepted("Ada", body);
    }
    patchTheGoodBoard(
        "[{'op':'add','path':'/spec/api/image','value':'localhost/no-such-image:1'}]");
    try {
      var notReady = good.await("Ready", c -> c.message().contains("ImagePull"), LIMIT);
      assertThat(notReady.isTrue()).isFalse();
      assertThat(notReady.message()).contains("localhost/no-such-image:1");
      try (var door = good.frontDoor()) {
        door.awaitInList(body);
      }
      assertThat(others.isTrue()).isTrue();
      assertThat(neighbour.condition("Ready")).isEqualTo(others);
    } finally {
      patchTheGoodBoard("[{'op':'remove','path':'/spec/api/image'}]");
      good.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
    }
  }

  private static void patchTheGoodBoard(String operations) {
    Kubectl.run(
        namespace.name(), "patch", "mb/good", "--type=json", "-p", operations.replace('\'', '"'));
  }

  private static Kubectl.Result create(String manifest) {
    return Kubectl.attempt(namespace.name(), manifest, "create", "-f", "-");
  }

  private static String boardOnTheGoodOnesDatabase(String name, String secret) {
    return """
    apiVersion: messageboard.dev/v1alpha1
    kind: MessageBoard
    metadata: {name: %s}
    spec:
      version: "%s"
      frontend: {replicas: 1}
      api: {replicas: 1}
      database:
        external: {host: good-mysql, secretRef: {name: %s}}
    """
        .formatted(name, Manifests.VERSION, secret);
  }

  private static void copyCredentialsOfTheGoodBoardTo(String secretName) {
    var secrets = client.secrets().inNamespace(namespace.name());
    var credentials = secrets.withName("good-database").get().getData();
    var copy =
        new SecretBuilder()
            .withNewMetadata()
            .withName(secretName)
            .endMetadata()
            .addToData("username", credentials.get("username"))
            .addToData("password", credentials.get("password"))
            .build();
    secrets.resource(copy).create();
  }
}
