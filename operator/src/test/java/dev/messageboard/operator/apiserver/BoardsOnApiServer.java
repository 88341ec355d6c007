package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** What the tests of the running operator share: a namespace of their own, and words for boards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BoardsOnApiServer {

  /** On databases that are not there: nobody asks them, and Secrets are read often. */
  static final String EMBEDDED =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {embedded: {}, check: {mode:"
          + " Disabled}}}";

  static final String AUTOSCALED =
      "{version: 0.1.0, migration: {mode: Disabled}, api: {autoscaling: {maxReplicas: 6}}, database: {embedded: {}, check: {mode: Disabled}}}";

  static final String EXTERNAL =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {external: {host: db, secretRef:"
          + " {name: team-db}}, check: {mode: Disabled, interval: 1s, timeout: 1s}}}";

  static final Duration SOON = Duration.ofSeconds(30);
  static final AtomicInteger COUNT = new AtomicInteger();

  KubernetesClient client;
  Audit audit;
  String namespace;
  Stage stage;

  @BeforeAll
  void connect() {
    client = new KubernetesClientBuilder().withConfig(RealApiServer.running().admin()).build();
    audit = new Audit(RealApiServer.running().audit());
  }

  @AfterAll
  void disconnect() {
    client.close();
  }

  @BeforeEach
  void enterANamespaceOfItsOwn() {
    enter(Cluster.newNamespace(client, "boards-" + COUNT.incrementAndGet()));
  }

  void enter(String name) {
    namespace = name;
    stage = new Stage(client, name);
  }

  String readyBoard(String spec) {
    var name = "b" + COUNT.incrementAndGet();
    create(name, spec);
    awaitChildren(name);
    stage.playAllReady(name);
    awaitCondition(name, "Ready", "True");
    return name;
  }

  /** One that names a database and a Secret, and has no MySQL pod. */
  void readyExternalBoard(String name) {
    createSecret(Map.of("username", "u", "password", "p"));
    create(name, EXTERNAL);
    await()
        .atMost(SOON)
        .until(
            () ->
                stage.deployment(name + "-frontend") != null
                    && stage.deployment(name + "-api") != null);
    stage.playTiersReady(name);
    awaitCondition(name, "Ready", "True");
  }

  /** What the pods of board {@code team} mount; nothing while there is no such Secret. */
  Map<String, String> binding() {
    return binding("team");
  }

  /** The same of another board. */
  Map<String, String> binding(String board) {
    var bound = client.secrets().inNamespace(namespace).withName(board + "-database").get();
    return bound == null ? Map.of() : bound.getData();
  }

  void changePassword(String secret, String password) {
    client
        .secrets()
        .inNamespace(namespace)
        .withName(secret)
        .edit(live -> live.edit().addToData("password", encoded(password)).build());
  }

  static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  void createSecret(Map<String, String> data) {
    createSecret("team-db", data);
  }

  void createSecret(String name, Map<String, String> data) {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withStringData(data)
                .build())
        .create();
  }

  /** A ConfigMap, or other contents of one. */
  void publish(String name, Map<String, String> data) {
    client
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withData(data)
                .build())
        .createOr(NonDeletingOperation::update);
  }

  Object create(String name, String spec) {
    return Cluster.createBoard(client, namespace, name, spec);
  }

  /** As a controller with a load balancer does, once there is an Ingress. */
  void playAddress(String name) {
    var ingress = client.network().v1().ingresses().inNamespace(namespace).withName(name);
    await().atMost(SOON).until(() -> ingress.get() != null);
    stage.playAddress(ingress.get());
  }

  /** How long a state of a board is waited for. */
  Duration patience() {
    return SOON;
  }

  void awaitChildren(String name) {
    await()
        .atMost(patience())
        .until(
            () ->
                stage.deployment(name + "-frontend") != null
                    && stage.deployment(name + "-api") != null
                    && stage.statefulSet(name + "-mysql") != null);
  }

  void awaitCondition(String name, String type, String start) {
    await()
        .atMost(patience())
        .untilAsserted(() -> assertThat(stage.condition(name, type)).startsWith(start));
  }

  /** Until the status is about the spec as it is now. */
  void awaitGeneration(String name) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              var board = stage.board(name);
              assertThat(board.getStatus().observedGeneration())
                  .isEqualTo(board.getMetadata().getGeneration());
            });
  }

  /** Until one of the board's Events begins so. */
  void awaitEvent(String name, String start) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(events(name)).anyMatch(event -> event.startsWith(start)));
  }

  /** "Type Reason xCount: message" of the board's Events. */
  List<String> events(String name) {
    return client.v1().events().inNamespace(namespace).list().getItems().stream()
        .filter(event -> name.equals(event.getInvolvedObject().getName()))
        .map(
            e ->
                "%s %s x%d: %s".formatted(e.getType(), e.getReason(), e.getCount(), e.getMessage()))
        .toList();
  }

  void patch(String name, String merge) {
    client
        .resources(MessageBoard.class)
        .inNamespace(namespace)
        .withName(name)
        .patch(PatchContext.of(PatchType.JSON_MERGE), merge);
  }

  Service service(String name) {
    return client.services().inNamespace(namespace).withName(name).get();
  }

  List<HasMetadata> children() {
    return Stream.<List<? extends HasMetadata>>of(
            client.serviceAccounts().inNamespace(namespace).list().getItems(),
            client.configMaps().inNamespace(namespace).list().getItems(),
            client.secrets().inNamespace(namespace).list().getItems(),
            client.services().inNamespace(namespace).list().getItems(),
            client.persistentVolumeClaims().inNamespace(namespace).list().getItems(),
            client.apps().deployments().inNamespace(namespace).list().getItems(),
            client.apps().statefulSets().inNamespace(namespace).list().getItems(),
            client.policy().v1().podDisruptionBudget().inNamespace(namespace).list().getItems(),
            client.network().v1().networkPolicies().inNamespace(namespace).list().getItems(),
            client.network().v1().ingresses().inNamespace(namespace).list().getItems(),
            client
                .autoscaling()
                .v2()
                .horizontalPodAutoscalers()
                .inNamespace(namespace)
                .list()
                .getItems())
        .<HasMetadata>flatMap(List::stream)
        .toList();
  }
}
