package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesiredHorizontalPodAutoscalerTest {

  @Test
  void itScalesTheTiersDeploymentBetweenTheBounds() {
    var spec = of("{minReplicas: 3, maxReplicas: 6}").getSpec();
    assertThat(spec.getScaleTargetRef().getName()).isEqualTo("team-api");
    assertThat(spec.getScaleTargetRef().getKind()).isEqualTo("Deployment");
    assertThat(spec.getMinReplicas()).isEqualTo(3);
    assertThat(spec.getMaxReplicas()).isEqualTo(6);
  }

  @Test
  void withoutAnyTargetItIsEightyPercentOfTheCpu() {
    assertThat(told(of("{maxReplicas: 6}"))).isEqualTo("cpu 80");
  }

  @Test
  void targetsOfCpuAndMemoryComeFirstAndOtherMetricsAfterThem() {
    var autoscaler =
        of(
            """
            {maxReplicas: 6, targetCPUUtilizationPercentage: 70, targetMemoryUtilizationPercentage: 90,
             metrics: [{type: Pods, pods: {metric: {name: rps}, target: {type: AverageValue, averageValue: 1000m}}}]}
            """);
    assertThat(told(autoscaler)).startsWith("cpu 70, memory 90");
    assertThat(autoscaler.getSpec().getMetrics().get(2).getPods().getTarget().getAverageValue())
        .isEqualTo(new Quantity("1"));
  }

  @Test
  void onlyMetricsOfOnesOwnAreNotJoinedByTheDefault() {
    var autoscaler =
        of(
            "{maxReplicas: 6, metrics: [{type: Pods, pods: {metric: {name: rps}, target: {type: AverageValue, averageValue: 10}}}]}");
    assertThat(autoscaler.getSpec().getMetrics()).hasSize(1);
  }

  @Test
  void behaviorIsTakenAsItIs() {
    var behavior =
        of("{maxReplicas: 6, behavior: {scaleDown: {stabilizationWindowSeconds: 60}}}")
            .getSpec()
            .getBehavior();
    assertThat(behavior.getScaleDown().getStabilizationWindowSeconds()).isEqualTo(60);
    assertThat(behavior.getScaleUp()).isNull();
  }

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource({
    "1000m, 1",
    "0.5, 500m",
    "1500m, 1500m",
    "100, 100",
    "1000, 1k",
    "2000000, 2M",
    "1024Mi, 1Gi",
    "1536Mi, 1536Mi",
    "512Ki, 512Ki",
    "1.5Gi, 1536Mi",
    "0, 0",
    "0.0000000001, 1n",
  })
  void aQuantityIsWrittenAsTheApiServerWouldWriteIt(String given, String written) {
    assertThat(CanonicalQuantity.of(new Quantity(given))).isEqualTo(written);
  }

  private static String told(HorizontalPodAutoscaler autoscaler) {
    return String.join(
        ", ",
        autoscaler.getSpec().getMetrics().stream()
            .filter(metric -> metric.getResource() != null)
            .map(
                metric ->
                    metric.getResource().getName()
                        + " "
                        + metric.getResource().getTarget().getAverageUtilization())
            .toList());
  }

  private static HorizontalPodAutoscaler of(String autoscaling) {
    var board =
        Boards.of(
            "{version: 1.2.3, api: {autoscaling: %s}, database: {embedded: {}}}"
                .formatted(autoscaling));
    return DesiredHorizontalPodAutoscaler.of(
        board, Component.API, board.getSpec().api().autoscaling());
  }
}
