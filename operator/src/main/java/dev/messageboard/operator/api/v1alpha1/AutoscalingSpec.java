package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import java.util.List;
import java.util.Objects;

@ValidationRule(
    value = "!has(self.minReplicas) || self.maxReplicas >= self.minReplicas",
    message = "autoscaling.maxReplicas must not be below autoscaling.minReplicas")
public record AutoscalingSpec(
    @Default("2") @Min(1) @Max(100) @JsonPropertyDescription("The fewest pods.")
        Integer minReplicas,
    @Required @Min(1) @Max(100) @JsonPropertyDescription("The most pods.") Integer maxReplicas,
    @Min(1)
        @Max(1000)
        @JsonPropertyDescription(
            "CPU use, in percent of the request, at which pods are added; 80 if no target and no"
                + " metric is given.")
        Integer targetCPUUtilizationPercentage,
    @Min(1)
        @Max(1000)
        @JsonPropertyDescription("Memory use, in percent of the request, at which pods are added.")
        Integer targetMemoryUtilizationPercentage,
    @Size(max = 16) @JsonPropertyDescription("More metrics, in the form of autoscaling/v2.")
        List<MetricSpec> metrics,
    @JsonPropertyDescription("How fast to scale up and down, in the form of autoscaling/v2.")
        HorizontalPodAutoscalerBehavior behavior) {

  public AutoscalingSpec {
    minReplicas = Objects.requireNonNullElse(minReplicas, 2);
    metrics = Objects.requireNonNullElse(metrics, List.of());
  }
}
