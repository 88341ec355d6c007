package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;

public record ThemeSpec(
    @Default("'" + ThemeSpec.DEFAULT_ACCENT + "'")
        @Pattern("^#[0-9A-Fa-f]{6}$")
        @Size(max = 7)
        @JsonPropertyDescription("Colour of buttons and links, as #rrggbb.")
        String accent) {

  static final String DEFAULT_ACCENT = "#0b5fff";

  public ThemeSpec {
    accent = accent == null ? DEFAULT_ACCENT : accent;
  }
}
