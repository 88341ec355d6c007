package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import java.util.Objects;

public record GatewaySpec(
    @Required
        @Size(min = 1, max = 16)
        @JsonPropertyDescription("The Gateways through which the board is reached.")
        List<GatewayRef> parentRefs,
    @Size(max = 16)
        @JsonPropertyDescription(
            "Names under which the board is reached; without them all names of the Gateway.")
        List<@Pattern(Host.PATTERN_OR_WILDCARD) @Size(max = 253) String> hostnames) {

  public GatewaySpec {
    parentRefs = Objects.requireNonNullElse(parentRefs, List.of());
    hostnames = Objects.requireNonNullElse(hostnames, List.of());
  }
}
