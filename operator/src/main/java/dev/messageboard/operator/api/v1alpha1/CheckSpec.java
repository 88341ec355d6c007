package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Duration;
import java.text.ParseException;

@ValidationRule(
    value =
        "duration(self.interval) >= duration('1s') && duration(self.interval) <= duration('1h')",
    message = "database.check.interval must lie between 1s and 1h")
@ValidationRule(
    value = "duration(self.timeout) <= duration(self.interval)",
    message =
        "database.check.timeout must not be longer than database.check.interval: shorten it, or"
            + " lengthen the interval")
public record CheckSpec(
    @Default(CheckSpec.DEFAULT_MODE)
        @JsonPropertyDescription(
            "Operator: the operator logs in as the board would. Disabled: only the API pods tell of"
                + " the database.")
        CheckMode mode,
    @Default(CheckSpec.DEFAULT_INTERVAL)
        @Pattern(CheckSpec.DURATION)
        @Size(max = 8)
        @JsonPropertyDescription(
            "How often the database is looked at, and the Secret that the board names.")
        String interval,
    @Default(CheckSpec.DEFAULT_TIMEOUT)
        @Pattern(CheckSpec.DURATION)
        @Size(max = 8)
        @JsonPropertyDescription("After how long without an answer the database counts as away.")
        String timeout) {

  static final String DEFAULTS = "mode: Operator\ninterval: 60s\ntimeout: 5s";
  static final String DEFAULT_MODE = "Operator";
  static final String DEFAULT_INTERVAL = "60s";
  static final String DEFAULT_TIMEOUT = "5s";
  static final String DURATION = "^[1-9][0-9]{0,4}(ms|s|m|h)$";

  public CheckSpec {
    mode = mode == null ? CheckMode.Operator : mode;
    interval = interval == null ? DEFAULT_INTERVAL : interval;
    timeout = timeout == null ? DEFAULT_TIMEOUT : timeout;
  }

  /** The interval as a length of time. */
  public java.time.Duration every() {
    return parsed(interval);
  }

  /** The timeout as a length of time. */
  public java.time.Duration patience() {
    return parsed(timeout);
  }

  static java.time.Duration parsed(String text) {
    try {
      return Duration.parse(text).getDuration();
    } catch (ParseException e) {
      throw new IllegalStateException("the CRD admits no duration such as " + text, e);
    }
  }
}
