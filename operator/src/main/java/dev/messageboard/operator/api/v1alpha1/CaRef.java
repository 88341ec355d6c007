package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

@ValidationRule(
    value = "has(self.configMap) != has(self.secret)",
    message = "set exactly one of caRef.configMap and caRef.secret")
public record CaRef(
    @Pattern(CaRef.NAME)
        @Size(max = 253)
        @JsonPropertyDescription("Name of a ConfigMap in the board's namespace.")
        String configMap,
    @Pattern(CaRef.NAME)
        @Size(max = 253)
        @JsonPropertyDescription("Name of a Secret in the board's namespace.")
        String secret,
    @Required
        @Pattern("^[A-Za-z0-9._-]+$")
        @Size(max = 253)
        @JsonPropertyDescription("The key that holds the certificates, as PEM.")
        String key) {

  static final String NAME = "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$";

  /** For messages. */
  public String told() {
    return configMap == null ? "Secret " + secret : "ConfigMap " + configMap;
  }
}
