package dev.messageboard.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.desired.Boards;
import dev.messageboard.operator.desired.OptionalApi;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Conditions that are there only while a board asks for what they are about. */
class SometimesConditionsTest {

  private static final String PER_NODE = "frontend: {replicasPerNode: 2}";
  private static final String MONITORED = "monitoring: {serviceMonitor: true}";

  @Test
  void whoAsksForNeitherHasNeither() {
    assertThat(NodesCountedCondition.of(seen("paused: false", Findings.NONE))).isEmpty();
    assertThat(OptionalApisCondition.of(seen("paused: false", Findings.NONE))).isEmpty();
  }

  @Test
  void nodesThatNobodyMaySeeAreSaidSo() {
    assertThat(told(NodesCountedCondition.of(seen(PER_NODE, Findings.NONE))))
        .isEqualTo(
            "False NodesNotReadable: nodes cannot be seen: the operator may lack the right to list and"
                + " watch them, or has no answer yet; the count of pods stays as it is, a new"
                + " Deployment begins with replicas");
  }

  @Test
  void nodesAreCountedPerTier() {
    var node = "apiVersion: v1\nkind: Node\nmetadata: {name: n}\nspec: {unschedulable: %s}";
    var nodes =
        List.<HasMetadata>of(
            Serialization.unmarshal(node.formatted(false), Node.class),
            Serialization.unmarshal(node.formatted(true), Node.class));
    var board = Boards.of("{version: 1.2.3, database: {embedded: {}}, " + PER_NODE + "}");
    var seen =
        new BoardObservation(
            board, nodes, new DatabaseSeen(Optional.empty(), Optional.empty()), Findings.NONE);
    assertThat(told(NodesCountedCondition.of(seen)))
        .isEqualTo("True Counted: frontend: 1 of 2 nodes take its pods");
  }

  @Test
  void aNodeThatIsDrainedCountsUntilItsPodsHaveLeft() {
    var node =
        Serialization.unmarshal(
            "apiVersion: v1\nkind: Node\nmetadata: {name: n}\nspec: {unschedulable: true}",
            Node.class);
    var pod =
        Serialization.unmarshal(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: p, labels: {app.kubernetes.io/component: frontend}}
            spec: {nodeName: n}
            status: {conditions: [{type: Ready, status: "True"}]}
            """,
            Pod.class);
    var board = Boards.of("{version: 1.2.3, database: {embedded: {}}, " + PER_NODE + "}");
    var seen =
        new BoardObservation(
            board,
            List.of(node, pod),
            new DatabaseSeen(Optional.empty(), Optional.empty()),
            Findings.NONE);
    assertThat(told(NodesCountedCondition.of(seen)))
        .isEqualTo(
            "True Counted: frontend: 0 of 1 nodes take its pods, 1 more count until their pods have left");
  }

  @Test
  void aKindThatTheClusterLacksIsNamedWithTheFieldThatAsksForIt() {
    assertThat(told(OptionalApisCondition.of(seen(MONITORED, Findings.NONE))))
        .startsWith(
            "False OptionalApiMissing: the cluster does not know ServiceMonitor of monitoring.coreos.com/v1")
        .contains("spec.monitoring.serviceMonitor asks for it");
    var known = Findings.NONE.withApis(Set.of(OptionalApi.SERVICE_MONITOR));
    assertThat(told(OptionalApisCondition.of(seen(MONITORED, known)))).startsWith("True Served");
  }

  private static String told(Optional<Verdict> verdict) {
    var told = verdict.orElseThrow();
    return told.status() + " " + told.reason() + ": " + told.message();
  }

  private static BoardObservation seen(String spec, Findings findings) {
    var board = Boards.of("{version: 1.2.3, database: {embedded: {}}, " + spec + "}");
    return new BoardObservation(
        board, List.of(), new DatabaseSeen(Optional.empty(), Optional.empty()), findings);
  }
}
