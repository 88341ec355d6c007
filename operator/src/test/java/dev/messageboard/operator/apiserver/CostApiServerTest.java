package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change of the spec costs: each child that it touches is written once. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
class CostApiServerTest extends BringsOperators {

  private static final String BOARD =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {embedded: {}, check: {mode: Disabled}}, ingress: {host: a.example.org}}";

  @ParameterizedTest(name = "{0} touches {1} children")
  @CsvSource(
      delimiter = '|',
      value = {
        "{frontend: {replicas: 3}}                     |  1",
        "{ingress: {host: b.example.org}}              |  4",
        "{api: {podLabels: {team: a}}}                 |  1",
        "{board: {title: Another}}                     |  3",
        "{version: 0.2.0}                              | 18",
      })
  void aChangedSpecCostsOneWritePerTouchedChildAndAtMostTwoMore(String spec, int touched) {
    var operator =
        start(
            how -> how.withReconciliationMaxInterval(Duration.ofSeconds(1)), new Interceptor() {});
    create("team", BOARD);
    awaitChildren("team");
    stage.playAllReady("team");
    playAddress("team");
    awaitCondition("team", "Ready", "True");
    var children = versions();
    var writes = audit.writes(namespace);

    patch("team", Cluster.json("spec: " + spec));
    awaitGeneration("team");
    var looks = operator.looksAt(namespace, "team");
    await().atMost(SOON).until(() -> operator.looksAt(namespace, "team") >= looks + 3);

    var after = versions();
    after.values().removeAll(children.values());
    assertThat(after).as("touched children").hasSize(touched);
    var all = audit.writes(namespace);
    var later = all.subList(writes.size(), all.size());
    assertThat(later).filteredOn(write -> !write.contains("/status")).hasSize(touched);
    assertThat(later).hasSizeBetween(touched + 1, touched + 2);
    assertThat(audit.gets(namespace)).isEmpty();
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
