package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which neighbours the pods of a tier avoid. */
class SchedulingTest {

  private static final String APART =
      """
      {"podAntiAffinity":{"preferredDuringSchedulingIgnoredDuringExecution":[{"podAffinityTerm":{\
      "labelSelector":{"matchLabels":{"app.kubernetes.io/component":"api","app.kubernetes.io/instance":"team","app.kubernetes.io/name":"messageboard"}},\
      "matchLabelKeys":["pod-template-hash"],"topologyKey":"kubernetes.io/hostname"},"weight":100}]}}""";

  @Test
  void whereNobodySaysOtherwiseThePodsOfOneRolloutAvoidEachOthersNodes() {
    assertThat(Serialization.asJson(affinity("{}"))).isEqualTo(APART);
  }

  @Test
  void aWishForNodesLeavesThemApart() {
    var affinity =
        affinity(
            "{affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1,"
                + " preference: {matchFields: [{key: metadata.name, operator: In, values: [a]}]}}]}}}");
    assertThat(affinity.getNodeAffinity()).isNotNull();
    assertThat(affinity.getPodAntiAffinity())
        .isEqualTo(Serialization.unmarshal(APART, Affinity.class).getPodAntiAffinity());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {affinity: {podAntiAffinity: {}}}                                                   | {"podAntiAffinity":{}}
          {affinity: {podAffinity: {}, podAntiAffinity: {}}}                                  | {"podAffinity":{},"podAntiAffinity":{}}
          {topologySpreadConstraints: [{topologyKey: t, maxSkew: 1}]}                         | null
          {affinity: {podAffinity: {}}, topologySpreadConstraints: [{topologyKey: t, maxSkew: 1}]} | {"podAffinity":{}}
          """)
  void whoSaysHowTheyLieGetsThatAndNothingElse(String scheduling, String affinity) {
    assertThat(Serialization.asJson(affinity(scheduling))).isEqualTo(affinity);
  }

  private static Affinity affinity(String scheduling) {
    var board =
        Boards.of(
            "{version: 1, api: {scheduling: %s}, database: {embedded: {}}}".formatted(scheduling));
    return DesiredApiDeployment.of(board, Boards.inputs(), Boards.binding())
        .getSpec()
        .getTemplate()
        .getSpec()
        .getAffinity();
  }
}
