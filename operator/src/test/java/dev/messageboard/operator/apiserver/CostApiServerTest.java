package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/**
 * What a board costs, counted when nothing is left to be written: when it is made, and when its
 * spec changes.
 */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
class CostApiServerTest extends BringsOperators {

  private static final String BOARD =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {embedded: {}, check: {mode: Disabled}}, ingress: {host: a.example.org}}";

  private static final List<String> EACH_CHILD =
      List.of(
          "patch configmaps team-config",
          "patch secrets team-keys",
          "patch networkpolicies team-mysql",
          "patch networkpolicies team-api",
          "patch networkpolicies team-frontend",
          "patch poddisruptionbudgets team-api",
          "patch poddisruptionbudgets team-frontend",
          "patch secrets team-database",
          "patch secrets team-mysql",
          "patch services team-mysql",
          "patch statefulsets team-mysql",
          "patch serviceaccounts team-api",
          "patch services team-api",
          "patch deployments team-api",
          "patch serviceaccounts team-frontend",
          "patch services team-frontend",
          "patch deployments team-frontend");

  /** A board, what happens to its spec, and how many of its children that touches. */
  private record Change(String board, String spec, int touched) {}

  private static final List<Change> CHANGES =
      List.of(
          new Change("scaled", "{frontend: {replicas: 3}}", 1),
          new Change("moved", "{ingress: {host: b.example.org}}", 4),
          new Change("labelled", "{api: {podLabels: {team: a}}}", 1),
          new Change("reclaimed", "{database: {embedded: {reclaimPolicy: Delete}}}", 1),
          new Change("renamed", "{board: {title: Another}}", 3),
          new Change("extended", "{api: {env: [{name: TZ, value: UTC}]}}", 1),
          new Change("restarted", "{restartTrigger: now}", 2),
          new Change("updated", "{version: 0.2.0}", 18));

  @Test
  void aNewBoardCostsOneWritePerChildAndAtMostOneOfItsStatusPerChange() {
    var operator = startWithASecondBetweenLooks();
    create("team", EMBEDDED);
    awaitChildren("team");
    awaitCondition("team", "Ready", "False");
    assertThat(statusWrites()).as("on the way to its children").isBetween(1L, 2L);
    stage.playAllReady("team");
    awaitCondition("team", "Ready", "True Serving");
    awaitRest(operator, List.of("team"));
    assertThat(statusWrites())
        .as("and one per event that was played: mysql, frontend, api, its pod, the pod's start")
        .isLessThanOrEqualTo(2L + 5L);
    assertThat(childWrites()).containsExactlyInAnyOrderElementsOf(EACH_CHILD);
    assertThat(audit.gets(namespace)).isEmpty();
  }

  @Test
  void whereWorkloadsAreReadyAtOnceABoardCostsOneWritePerChildAndTwoOfItsStatus() {
    var operator = startWithASecondBetweenLooks();
    try (var standIn = new ReadyAtOnce(client, namespace, stage)) {
      create("team", EMBEDDED);
      awaitCondition("team", "Ready", "True Serving");
      awaitRest(operator, List.of("team"));
      assertThat(statusWrites()).isLessThanOrEqualTo(2);
      assertThat(childWrites()).containsExactlyInAnyOrderElementsOf(EACH_CHILD);
      assertThat(audit.gets(namespace)).isEmpty();
      assertThat(standIn).isNotNull();
    }
  }

  @Test
  void whereWorkloadsAreReadyAtOnceAChangedSpecCostsTwoWritesOfTheStatusToo() {
    var operator = startWithASecondBetweenLooks();
    try (var standIn = new ReadyAtOnce(client, namespace, stage)) {
      create("team", EMBEDDED);
      awaitCondition("team", "Ready", "True Serving");
      awaitRest(operator, List.of("team"));
      var children = childWrites().size();
      var status = statusWrites();
      patch("team", "{\"spec\":{\"board\":{\"title\":\"Another\"}}}");
      awaitGeneration("team");
      awaitCondition("team", "Ready", "True Serving");
      awaitRest(operator, List.of("team"));
      assertThat(childWrites().subList(children, childWrites().size()))
          .containsExactlyInAnyOrder(
              "patch configmaps team-config",
              "patch deployments team-api",
              "patch deployments team-frontend");
      assertThat(statusWrites() - status).isLessThanOrEqualTo(2);
      assertThat(audit.gets(namespace)).isEmpty();
      assertThat(standIn).isNotNull();
    }
  }

  @Test
  void aChangedSpecCostsOneWritePerTouchedChildAndAtMostTwoMore() {
    var operator = startWithASecondBetweenLooks();
    CHANGES.forEach(change -> create(change.board(), BOARD));
    CHANGES.forEach(change -> makeReady(change.board()));
    var children = versions();
    int before = audit.writes(namespace).size();

    CHANGES.forEach(change -> patch(change.board(), Cluster.json("spec: " + change.spec())));
    CHANGES.forEach(change -> awaitGeneration(change.board()));
    awaitRest(operator, CHANGES.stream().map(Change::board).toList());

    var later = audit.writes(namespace).subList(before, audit.writes(namespace).size());
    var touched = versions();
    touched.entrySet().removeAll(children.entrySet());
    CHANGES.forEach(change -> assertCost(change, touched, later));
    assertThat(audit.gets(namespace)).isEmpty();
  }

  private static void assertCost(Change change, Map<String, String> touched, List<String> later) {
    var board = change.board();
    assertThat(touched.keySet())
        .as("touched children of " + change)
        .filteredOn(child -> child.contains(board))
        .hasSize(change.touched());
    var writes = later.stream().filter(write -> write.contains(board)).toList();
    assertThat(writes)
        .as("writes of " + change)
        .filteredOn(write -> !write.contains("/status"))
        .hasSize(change.touched());
    assertThat(writes)
        .as("all writes of " + change)
        .hasSizeBetween(change.touched() + 1, change.touched() + 2);
  }

  private void makeReady(String board) {
    awaitChildren(board);
    stage.playAllReady(board);
    stage.playVolume(stage.statefulSet(board + "-mysql"));
    playAddress(board);
    awaitCondition(board, "Ready", "True");
  }

  private List<String> childWrites() {
    return audit.writes(namespace).stream().filter(write -> !write.contains("/status")).toList();
  }

  private long statusWrites() {
    return audit.writes(namespace).stream()
        .filter("patch messageboards/status team"::equals)
        .count();
  }

  /** The resourceVersion of each child. */
  private Map<String, String> versions() {
    return children().stream()
        .collect(
            Collectors.toMap(
                child -> child.getKind() + " " + child.getMetadata().getName(),
                CostApiServerTest::version));
  }

  private static String version(HasMetadata child) {
    return child.getMetadata().getResourceVersion();
  }
}
