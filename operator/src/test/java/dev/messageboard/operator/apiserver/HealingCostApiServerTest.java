package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.Pluralize;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/**
 * What healing costs: one write of the child that was removed, and one of the status that tells.
 */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
class HealingCostApiServerTest extends BringsOperators {

  private static final String MIGRATED =
      "{version: 0.1.0, database: {embedded: {}, check: {mode: Disabled}}}";
  private static final String SHOWN =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {embedded: {}, check: {mode: Disabled}}, ingress: {host: a.example.org}}";
  private static final String ROUTED =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {embedded: {}, check: {mode: Disabled}}, gateway: {parentRefs: [{name: edge}], hostnames: [a.example.org]}}";
  private static final String MONITORED =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {embedded: {}, check: {mode: Disabled}}, monitoring: {serviceMonitor: true, prometheusRule: true}}";

  /** A child of a board of its own, and what of its name follows the board's. */
  private record Loss(String apiVersion, String kind, String rest, String spec) {

    String board() {
      return kind.toLowerCase(Locale.ROOT);
    }

    /** A Job in place of one that was done is at work: that the schema is not known is over. */
    int told() {
      return "Job".equals(kind) ? 2 : 1;
    }
  }

  private static final List<Loss> LOSSES =
      List.of(
          new Loss("v1", "ConfigMap", "-config", EMBEDDED),
          new Loss("v1", "Secret", "-database", EMBEDDED),
          new Loss("v1", "Service", "-api", EMBEDDED),
          new Loss("v1", "ServiceAccount", "-frontend", EMBEDDED),
          new Loss("apps/v1", "Deployment", "-frontend", EMBEDDED),
          new Loss("apps/v1", "StatefulSet", "-mysql", EMBEDDED),
          new Loss("batch/v1", "Job", "-migrate-", MIGRATED),
          new Loss("policy/v1", "PodDisruptionBudget", "-api", EMBEDDED),
          new Loss("autoscaling/v2", "HorizontalPodAutoscaler", "-api", AUTOSCALED),
          new Loss("networking.k8s.io/v1", "NetworkPolicy", "-mysql", EMBEDDED),
          new Loss("networking.k8s.io/v1", "Ingress", "", SHOWN),
          new Loss("gateway.networking.k8s.io/v1", "HTTPRoute", "", ROUTED),
          new Loss("monitoring.coreos.com/v1", "ServiceMonitor", "", MONITORED),
          new Loss("monitoring.coreos.com/v1", "PrometheusRule", "", MONITORED));

  private static final List<String> BOARDS = LOSSES.stream().map(Loss::board).toList();

  @Test
  void aRemovedChildOfEachKindCostsOneWriteAndOneOfTheStatus() {
    OptionalCrds.installAll(client);
    try {
      var operator = startWithASecondBetweenLooks();
      make();
      awaitRest(operator, BOARDS);
      var before = audit.writes(namespace).size();

      var heals = LOSSES.stream().collect(Collectors.toMap(Function.identity(), this::remove));
      await().atMost(A_WHILE).until(() -> since(before).containsAll(heals.values()));
      awaitRest(operator, BOARDS);

      assertCost(heals, since(before));
      assertThat(audit.gets(namespace))
          .as("whether a Secret is really lost, before it is made anew")
          .containsExactly("get secrets secret-database");
    } finally {
      client.resources(MessageBoard.class).inNamespace(namespace).delete();
      OptionalCrds.removeAll(client);
    }
  }

  private static void assertCost(Map<Loss, String> heals, List<String> writes) {
    assertSoftly(
        all ->
            heals.forEach(
                (loss, heal) -> {
                  var status = "patch messageboards/status " + loss.board();
                  var expected = new ArrayList<>(Collections.nCopies(loss.told(), status));
                  expected.add(heal);
                  all.assertThat(writes)
                      .as(loss.kind())
                      .filteredOn(write -> write.matches(".* " + loss.board() + "(-.*)?"))
                      .containsExactlyInAnyOrderElementsOf(expected);
                }));
  }

  /** With controllers until all are made: what is put back later is not made ready any more. */
  private void make() {
    try (var standIn = new ReadyAtOnce(client, namespace, stage, job -> {})) {
      assertThat(standIn).isNotNull();
      LOSSES.forEach(loss -> create(loss.board(), loss.spec()));
      BOARDS.forEach(board -> awaitCondition(board, "ApiAvailable", "True"));
      BOARDS.forEach(board -> awaitCondition(board, "FrontendAvailable", "True"));
      playAddress("ingress");
    }
  }

  /**
   * @return the write that puts it back
   */
  private String remove(Loss loss) {
    var all =
        client.genericKubernetesResources(loss.apiVersion(), loss.kind()).inNamespace(namespace);
    var name =
        all.list().getItems().stream()
            .map(GenericKubernetesResource::getMetadata)
            .map(metadata -> metadata.getName())
            .filter(child -> child.startsWith(loss.board() + loss.rest()))
            .findFirst()
            .orElseThrow();
    all.withName(name).delete();
    return "patch %s %s".formatted(Pluralize.toPlural(loss.board()), name);
  }

  private List<String> since(int before) {
    var writes = audit.writes(namespace);
    return writes.subList(before, writes.size());
  }
}
