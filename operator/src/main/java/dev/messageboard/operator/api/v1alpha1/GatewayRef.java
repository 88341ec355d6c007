package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

public record GatewayRef(
    @Required
        @Pattern(SecretRef.NAME)
        @Size(max = 253)
        @JsonPropertyDescription("Name of the Gateway.")
        String name,
    @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
        @Size(max = 63)
        @JsonPropertyDescription(
            "Namespace of the Gateway, which decides whom it admits; without it the board's own.")
        String namespace,
    @Pattern(SecretRef.NAME)
        @Size(max = 253)
        @JsonPropertyDescription("The listener of the Gateway; without it all that fit.")
        String sectionName,
    @Min(1)
        @Max(65535)
        @JsonPropertyDescription("The port of the Gateway; without it all that fit.")
        Integer port) {}
