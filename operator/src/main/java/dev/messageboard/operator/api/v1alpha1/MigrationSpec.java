package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.time.Duration;
import java.util.Objects;

public record MigrationSpec(
    @Default("Job")
        @JsonPropertyDescription(
            "Job: a Job changes the schema before new pods come. Disabled: somebody else does, pods"
                + " wait for it.")
        MigrationMode mode,
    @Default(MigrationSpec.TIMEOUT)
        @Pattern(CheckSpec.DURATION)
        @Size(max = 8)
        @JsonPropertyDescription("After how long, all attempts together, it has failed.")
        String timeout,
    @Default("3")
        @Min(1)
        @Max(10)
        @JsonPropertyDescription("How often it is tried, at growing distances.")
        Integer maxAttempts,
    @Default("") @Size(max = 256) @JsonPropertyDescription("A changed text runs it again.")
        String trigger) {

  static final String TIMEOUT = "10m";

  public MigrationSpec {
    mode = Objects.requireNonNullElse(mode, MigrationMode.Job);
    timeout = Objects.requireNonNullElse(timeout, TIMEOUT);
    maxAttempts = Objects.requireNonNullElse(maxAttempts, 3);
    trigger = Objects.requireNonNullElse(trigger, "");
  }

  static MigrationSpec ofDefaults() {
    return new MigrationSpec(null, null, null, null);
  }

  /** Whether the operator sees to the schema. */
  public boolean byJob() {
    return mode == MigrationMode.Job;
  }

  /** The timeout as a length of time. */
  public Duration patience() {
    return CheckSpec.parsed(timeout);
  }
}
