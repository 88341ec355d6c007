package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Every field that the operator sets, of every child of boards that set all of their own. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class EveryLeafApiServerTest extends BoardsOnApiServer {

  /** Immutable, or bound to another field, or a whole that can be taken away and not be another. */
  private static final Pattern UNCHANGEABLE =
      Pattern.compile(
          "f:selector of |f:serviceName of |f:podManagementPolicy of |f:template.f:metadata.f:labels|f:rules of Ingress"
              + "|f:valueFrom|f:strategy.f:type|f:volumes.k:|f:volumeClaimTemplates of "
              + "|f:topologySpreadConstraints|f:type of Secret");

  private static final String WITH_MORE =
      """
      {version: 0.1.0, migration: {mode: Disabled}, database: {embedded: {}, check: {mode: Disabled}}, monitoring: {serviceMonitor: true, prometheusRule: true},
       gateway: {parentRefs: [{name: edge, namespace: gateways, sectionName: web, port: 443}], hostnames: [b.example.org]},
       frontend: {autoscaling: {maxReplicas: 3}},
       api: {autoscaling: {minReplicas: 2, maxReplicas: 6, targetCPUUtilizationPercentage: 70, targetMemoryUtilizationPercentage: 80,
         metrics: [{type: External, external: {metric: {name: queue}, target: {type: Value, value: "1000"}}}],
         behavior: {scaleUp: {stabilizationWindowSeconds: 5, selectPolicy: Min, policies: [{type: Percent, value: 100, periodSeconds: 15}]},
                    scaleDown: {stabilizationWindowSeconds: 60, policies: [{type: Pods, value: 1, periodSeconds: 60}]}}}}}
      """
          .replace("\n", " ");

  /**
   * How many fields there are to edit at least, in the children of each kind of all four boards.
   */
  private static final Map<String, Integer> FIELDS =
      Map.ofEntries(
          Map.entry("ConfigMap", 20),
          Map.entry("Deployment", 428),
          Map.entry("HTTPRoute", 20),
          Map.entry("HorizontalPodAutoscaler", 62),
          Map.entry("Ingress", 26),
          Map.entry("NetworkPolicy", 66),
          Map.entry("PodDisruptionBudget", 40),
          Map.entry("PrometheusRule", 16),
          Map.entry("Secret", 68),
          Map.entry("Service", 82),
          Map.entry("ServiceAccount", 36),
          Map.entry("ServiceMonitor", 22),
          Map.entry("StatefulSet", 154));

  private final Map<HasMetadata, List<Leaf>> children = new LinkedHashMap<>();
  private FieldEdits edits;

  /** One field of every child at a time: changed in the one board, removed in the other. */
  @Test
  void isPutBackWhenItIsChangedAndWhenItIsRemoved() {
    OptionalCrds.installAll(client);
    edits = new FieldEdits(client);
    createSecret("team-admin", Map.of("token", "known"));
    createFull("changed", 30982);
    createFull("removed", 30985);
    children().forEach(child -> children.put(child, leaves(child)));
    Stream.of("changed-more", "removed-more")
        .flatMap(this::createWithMore)
        .forEach(child -> children.put(child, leaves(child)));
    var fields = fieldsOfEachKind();
    assertThat(fields).containsOnlyKeys(FIELDS.keySet());
    FIELDS.forEach(
        (kind, least) -> assertThat(fields.get(kind)).as(kind).isGreaterThanOrEqualTo(least));
    var before = audit.written(namespace).size();
    var rounds = children.values().stream().mapToInt(List::size).max().orElseThrow();
    for (int i = 0; i < rounds; i++) {
      editThe(i);
      awaitPutBack(before);
    }
    tell();
    assertThat(edits.refused())
        .filteredOn(edit -> edit.startsWith("changed "))
        .allSatisfy(edit -> assertThat(edit).containsPattern(UNCHANGEABLE));
  }

  private void editThe(int i) {
    edits.begin();
    children.forEach(
        (child, leaves) -> {
          if (i < leaves.size()) {
            var isChange = child.getMetadata().getName().startsWith("changed");
            edits.edit(child, leaves.get(i), isChange);
          }
        });
  }

  private void tell() {
    System.out.printf(
        "figure: %d edits of %d fields of %d children put back, %d refused by the API server, %d undone by its defaults%n",
        edits.done(),
        children.values().stream().mapToInt(List::size).sum(),
        children.size(),
        edits.refused().size(),
        edits.vain().size());
  }

  @AfterEach
  void forgetTheKinds() {
    client.resources(MessageBoard.class).inNamespace(namespace).delete();
    OptionalCrds.removeAll(client);
  }

  private void createFull(String name, int nodePort) {
    var board = Samples.board("full.yaml");
    board.getMetadata().setName(name);
    board.getMetadata().setNamespace(namespace);
    Map<String, Map<String, Object>> spec = board.get("spec");
    Map<String, Map<String, Map<String, Object>>> tiers = board.get("spec");
    tiers.get("frontend").get("service").put("nodePort", nodePort);
    spec.put("migration", Map.of("mode", "Disabled"));
    spec.get("database").put("check", Map.of("mode", "Disabled"));
    client.resource(board).create();
    awaitChildren(name);
    stage.playAllReady(name);
    playAddress(name);
    awaitCondition(name, "Ready", "True");
  }

  /** What excludes something in the full sample, and the children that follow from it. */
  private Stream<HasMetadata> createWithMore(String name) {
    create(name, WITH_MORE);
    await().atMost(SOON).until(() -> OptionalCrds.children(client, namespace, name).size() == 3);
    awaitChildren(name);
    var autoscalers = client.autoscaling().v2().horizontalPodAutoscalers().inNamespace(namespace);
    return Stream.concat(
        OptionalCrds.children(client, namespace, name).stream(),
        Stream.of(name + "-frontend", name + "-api").map(tier -> autoscalers.withName(tier).get()));
  }

  private Map<String, Integer> fieldsOfEachKind() {
    return children.entrySet().stream()
        .collect(
            Collectors.toMap(
                child -> child.getKey().getKind(),
                child -> child.getValue().size(),
                Integer::sum,
                TreeMap::new));
  }

  /** A write too many of one round is seen in the next. */
  private void awaitPutBack(int before) {
    await()
        .atMost(SOON)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> {
              var writes = audit.written(namespace);
              edits.assertPutBack(writes.subList(before, writes.size()));
            });
  }

  /**
   * Not those that lead elsewhere than back: a generated password or key that somebody edits is the
   * new one, and a child of another owner's uid is the garbage collector's.
   */
  private static List<Leaf> leaves(HasMetadata child) {
    var isGenerated =
        "Secret".equals(child.getKind())
            && Stream.of("-mysql", "-keys").anyMatch(child.getMetadata().getName()::endsWith);
    return Leaf.of(child).stream()
        .filter(leaf -> !(isGenerated && leaf.keys().contains("f:data")))
        .filter(leaf -> !leaf.keys().get(leaf.keys().size() - 1).equals("f:uid"))
        .toList();
  }
}
