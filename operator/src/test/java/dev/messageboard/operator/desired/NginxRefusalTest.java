package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NginxRefusalTest {

  @ParameterizedTest
  @EnumSource
  void itsTypeIsOneThatTheApiLists(NginxRefusal refusal) throws IOException {
    assertThat(Files.readString(Path.of("..", "board-app", "api", "README.md")))
        .contains("| `" + refusal.slug() + "` | " + refusal.status() + " |");
  }

  /** Else that location would answer with nginx's own pages again. */
  @Test
  void noLocationHasErrorPagesOfItsOwn() {
    var nginx = NginxConfig.of(Boards.embedded(), List.of());
    assertThat(nginx.lines().filter(line -> line.contains("error_page")))
        .hasSize(NginxRefusal.values().length)
        .allMatch(line -> line.startsWith("    error_page"));
  }
}
