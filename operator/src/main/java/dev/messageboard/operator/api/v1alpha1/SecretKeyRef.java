package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

public record SecretKeyRef(
    @Required
        @Pattern(SecretRef.NAME)
        @Size(max = 253)
        @JsonPropertyDescription("Name of a Secret in the board's namespace.")
        String name,
    @Default(SecretKeyRef.DEFAULT_KEY)
        @Pattern("^[-._A-Za-z0-9]+$")
        @Size(min = 1, max = 253)
        @JsonPropertyDescription("The key whose value is meant.")
        String key) {

  static final String DEFAULT_KEY = "token";

  public SecretKeyRef {
    key = key == null ? DEFAULT_KEY : key;
  }
}
