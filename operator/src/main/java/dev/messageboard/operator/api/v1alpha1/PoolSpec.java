package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.util.Objects;

public record PoolSpec(
    @Default(PoolSpec.DEFAULT_MAX_SIZE)
        @Min(0)
        @Max(100)
        @JsonPropertyDescription(
            "How many connections each API pod may open; 0: as many as the server admits for all of"
                + " them, at most 20.")
        Integer maxSize,
    @Default(PoolSpec.DEFAULT_ACQUIRE_TIMEOUT)
        @Pattern(CheckSpec.DURATION)
        @Size(max = 8)
        @JsonPropertyDescription(
            "How long a request waits for a free connection before it is answered with 503.")
        String acquireTimeout) {

  static final String DEFAULTS = "maxSize: 8\nacquireTimeout: 2s";
  static final String DEFAULT_MAX_SIZE = "8";
  static final String DEFAULT_ACQUIRE_TIMEOUT = "2s";

  public PoolSpec {
    maxSize = Objects.requireNonNullElse(maxSize, Integer.valueOf(DEFAULT_MAX_SIZE));
    acquireTimeout = Objects.requireNonNullElse(acquireTimeout, DEFAULT_ACQUIRE_TIMEOUT);
  }
}
