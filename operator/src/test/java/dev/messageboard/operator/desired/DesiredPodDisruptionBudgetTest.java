package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesiredPodDisruptionBudgetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                          | true
          {replicas: 1}                               | false
          {replicas: 0}                               | false
          {replicas: 1, replicasPerNode: 1}           | true
          {replicas: 0, autoscaling: {maxReplicas: 3}} | true
          """)
  void aSinglePodHasNone(String api, boolean wanted) {
    var board = Boards.of("{version: 1, api: " + api + ", database: {embedded: {}}}");
    assertThat(DesiredPodDisruptionBudget.isWanted(board.getSpec().api())).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                          | "maxUnavailable":1
          {podDisruptionBudget: {maxUnavailable: 25%}} | "maxUnavailable":"25%"
          {podDisruptionBudget: {minAvailable: 2}}    | "minAvailable":2
          """)
  void whatMayBeTakenAwayIsTheSpecs(String api, String wanted) {
    var board = Boards.of("{version: 1, api: " + api + ", database: {embedded: {}}}");
    var spec = DesiredPodDisruptionBudget.of(board, Component.API, board.getSpec().api()).getSpec();
    assertThat(spec.getSelector().getMatchLabels())
        .isEqualTo(Labels.selector(board, Component.API));
    spec.setSelector(null);
    assertThat(Serialization.asJson(spec))
        .isEqualTo("{" + wanted + ",\"unhealthyPodEvictionPolicy\":\"AlwaysAllow\"}");
  }
}
