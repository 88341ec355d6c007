package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;

public record ApiSpec(
    @Pattern(TierSpec.IMAGE)
        @Size(min = 1, max = 512)
        @JsonPropertyDescription(
            "Image of the API, with tag or digest; without it the operator's API image at spec.version.")
        String image,
    @SpecReplicas
        @Default("2")
        @Min(0)
        @Max(100)
        @JsonPropertyDescription("How many pods serve the API; `kubectl scale` sets this field.")
        Integer replicas,
    @Default("requests: {cpu: 100m, memory: 256Mi}\nlimits: {memory: 512Mi}")
        @JsonPropertyDescription(
            "Requests and limits of each API container; what is written here replaces the default"
                + " as a whole.")
        ResourcesSpec resources)
    implements TierSpec {

  public ApiSpec {
    replicas = replicas == null ? 2 : replicas;
    resources = resources == null ? ResourcesSpec.of("100m", "256Mi", "512Mi") : resources;
  }
}
