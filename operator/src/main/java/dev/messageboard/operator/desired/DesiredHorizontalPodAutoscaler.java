package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.AutoscalingSpec;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import java.util.List;
import java.util.stream.Stream;

public final class DesiredHorizontalPodAutoscaler {

  /** What autoscaling/v2 assumes where nothing is said. */
  private static final int DEFAULT_CPU = 80;

  private DesiredHorizontalPodAutoscaler() {}

  public static HorizontalPodAutoscaler of(
      MessageBoard board, Component tier, AutoscalingSpec spec) {
    return new HorizontalPodAutoscalerBuilder()
        .withMetadata(Child.of(board, tier))
        .withNewSpec()
        .withNewScaleTargetRef()
        .withApiVersion("apps/v1")
        .withKind("Deployment")
        .withName(Names.of(board, tier))
        .endScaleTargetRef()
        .withMinReplicas(spec.minReplicas())
        .withMaxReplicas(spec.maxReplicas())
        .withMetrics(metrics(spec))
        .withBehavior(spec.behavior())
        .endSpec()
        .build();
  }

  private static List<MetricSpec> metrics(AutoscalingSpec spec) {
    var ours =
        Stream.concat(
            utilization("cpu", spec.targetCPUUtilizationPercentage()),
            utilization("memory", spec.targetMemoryUtilizationPercentage()));
    var all = Stream.concat(ours, spec.metrics().stream().map(Metrics::canonical)).toList();
    return all.isEmpty() ? utilization("cpu", DEFAULT_CPU).toList() : all;
  }

  private static Stream<MetricSpec> utilization(String resource, Integer percentage) {
    return Stream.ofNullable(percentage)
        .map(
            percent ->
                new MetricSpecBuilder()
                    .withType("Resource")
                    .withNewResource()
                    .withName(resource)
                    .withNewTarget()
                    .withType("Utilization")
                    .withAverageUtilization(percent)
                    .endTarget()
                    .endResource()
                    .build());
  }
}
