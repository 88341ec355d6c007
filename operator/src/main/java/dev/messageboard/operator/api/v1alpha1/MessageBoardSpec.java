package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;

public record MessageBoardSpec(
    @Required
        @Pattern("^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$")
        @JsonPropertyDescription(
            "Tag of the images of both tiers, unless a tier names its own image.")
        String version,
    @Default("{}") @JsonPropertyDescription("What the people who read the board see.")
        BoardSpec board,
    @Default("{}") @JsonPropertyDescription("The tier that serves the page and passes /api on.")
        FrontendSpec frontend,
    @Default("{}") @JsonPropertyDescription("The tier that keeps the messages.") ApiSpec api,
    @Required
        @JsonPropertyDescription(
            "Where the messages live: exactly one of external and embedded, chosen once.")
        DatabaseSpec database) {

  public MessageBoardSpec {
    board = board == null ? new BoardSpec(null) : board;
    frontend = frontend == null ? new FrontendSpec(null, null, null) : frontend;
    api = api == null ? new ApiSpec(null, null, null) : api;
    database = database == null ? new DatabaseSpec(null, null) : database;
  }
}
