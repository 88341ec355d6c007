package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import java.util.Map;
import java.util.Objects;

public record SchedulingSpec(
    @Size(max = 32)
        @JsonPropertyDescription("Labels that a node must carry to get a pod of this tier.")
        Map<String, @Pattern(TierSpec.LABEL_VALUE) @Size(max = 63) String> nodeSelector,
    @Size(max = 32) @JsonPropertyDescription("Taints of nodes that the pods put up with.")
        List<Toleration> tolerations,
    @JsonPropertyDescription(
            "Which nodes and neighbours the pods want or avoid; without podAntiAffinity each other, if possible.")
        Affinity affinity,
    @Size(max = 8)
        @JsonPropertyDescription(
            "How the pods are spread; without it evenly over zones and nodes where that is possible.")
        List<TopologySpreadConstraint> topologySpreadConstraints,
    @Pattern(SecretRef.NAME)
        @Size(max = 253)
        @JsonPropertyDescription("PriorityClass of the pods; without it the cluster's default.")
        String priorityClassName) {

  public SchedulingSpec {
    nodeSelector = Objects.requireNonNullElse(nodeSelector, Map.of());
    tolerations = Objects.requireNonNullElse(tolerations, List.of());
    topologySpreadConstraints = Objects.requireNonNullElse(topologySpreadConstraints, List.of());
  }

  static SchedulingSpec ofDefaults() {
    return new SchedulingSpec(null, null, null, null, null);
  }
}
