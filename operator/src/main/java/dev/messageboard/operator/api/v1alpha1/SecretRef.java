package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

public record SecretRef(
    @Required
        @Pattern(SecretRef.NAME)
        @Size(max = 253)
        @JsonPropertyDescription("Name of a Secret in the board's namespace.")
        String name) {

  static final String NAME = "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$";
}
