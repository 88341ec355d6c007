package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;

public record BoardSpec(
    @Default(BoardSpec.DEFAULT_TITLE)
        @Size(min = 1, max = 100)
        @JsonPropertyDescription("Title of the page.")
        String title) {

  static final String DEFAULT_TITLE = "Message board";

  public BoardSpec {
    title = title == null ? DEFAULT_TITLE : title;
  }
}
