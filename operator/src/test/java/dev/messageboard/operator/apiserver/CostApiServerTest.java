package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** What a change of the spec costs: each child that it touches is written once. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
class CostApiServerTest extends BringsOperators {

  private static final String BOARD =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {embedded: {}, check: {mode: Disabled}}, ingress: {host: a.example.org}}";

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
  void aChangedSpecCostsOneWritePerTouchedChildAndAtMostTwoMore() {
    var operator =
        start(
            how -> how.withReconciliationMaxInterval(Duration.ofSeconds(1)), new Interceptor() {});
    CHANGES.forEach(change -> create(change.board(), BOARD));
    CHANGES.forEach(change -> makeReady(change.board()));
    var children = versions();
    int before = audit.writes(namespace).size();

    CHANGES.forEach(change -> patch(change.board(), Cluster.json("spec: " + change.spec())));
    CHANGES.forEach(change -> awaitGeneration(change.board()));
    awaitTwoMoreLooks(operator);

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

  /** One may have been under way already; the other has seen it all. */
  private void awaitTwoMoreLooks(KillableOperator operator) {
    Map<String, Integer> wanted =
        CHANGES.stream()
            .map(Change::board)
            .collect(
                Collectors.toMap(
                    Function.identity(), board -> operator.looksAt(namespace, board) + 2));
    await()
        .atMost(SOON)
        .until(
            () ->
                wanted.entrySet().stream()
                    .allMatch(
                        looks -> operator.looksAt(namespace, looks.getKey()) >= looks.getValue()));
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
