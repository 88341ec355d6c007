package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;

public record FrontendSpec(
    @Pattern(TierSpec.IMAGE)
        @Size(min = 1, max = 512)
        @JsonPropertyDescription(
            "Image of the frontend, with tag or digest; without it the operator's frontend image at"
                + " spec.version.")
        String image,
    @Default("2")
        @Min(0)
        @Max(100)
        @JsonPropertyDescription("How many pods serve the page; 0 takes the board off the air.")
        Integer replicas,
    @Default("requests: {cpu: 20m, memory: 32Mi}\nlimits: {memory: 128Mi}")
        @JsonPropertyDescription(
            "Requests and limits of each frontend container; what is written here replaces the"
                + " default as a whole.")
        ResourcesSpec resources)
    implements TierSpec {

  public FrontendSpec {
    replicas = replicas == null ? 2 : replicas;
    resources = resources == null ? ResourcesSpec.of("20m", "32Mi", "128Mi") : resources;
  }
}
