package dev.messageboard.api.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * While an upgrade rolls out, the code before the newest migration works on the schema after it.
 */
@NeedsMySql
class PreviousVersionIT {

  private static final int NO_HISTORY = 77;

  private final Caller caller = new Caller();

  @Test
  void bothVersionsServeOneBoard() throws Exception {
    Path previous = previous();
    try (Replicas board = new Replicas("upgrade", Map.of())) {
      Pod before = board.start(previous);
      Pod after = board.start();

      String old = id(caller.post(before, "by the old one", Map.of()));
      String fresh = id(caller.post(after, "by the new one", Map.of()));

      for (Pod pod : new Pod[] {before, after}) {
        assertThat(caller.get(pod, "/messages").body())
            .contains("by the old one")
            .contains("by the new one");
        assertThat(caller.get(pod, "/messages/" + old).statusCode()).isEqualTo(200);
        assertThat(caller.get(pod, "/messages/" + fresh).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void aPodStartsOnTheSchemaOfTheNextVersion() throws IOException {
    try (Replicas board = new Replicas("ahead", Map.of())) {
      board.start().close();
      RealMySql.get()
          .execute(
              """
              INSERT INTO ahead.flyway_schema_history
              SELECT 99, '99', 'of the future', type, 'V99__of_the_future.sql', 17, installed_by,
                     installed_on, 1, 1 FROM ahead.flyway_schema_history WHERE version = '1'
              """);

      assertThat(caller.get(board.start(), "/messages").statusCode()).isEqualTo(200);
    }
  }

  private static Path previous() throws Exception {
    Process build =
        new ProcessBuilder(Path.of("src", "test", "previous-version").toAbsolutePath().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String answer = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = build.waitFor();
    if (code == NO_HISTORY) {
      System.err.println(
          "not run: PreviousVersionIT, because the history has no version before this schema");
    }
    assumeFalse(code == NO_HISTORY);
    assertThat(code).as("previous-version").isZero();
    return Path.of(answer.strip());
  }

  private static String id(HttpResponse<String> posted) throws IOException {
    assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
    return new ObjectMapper().readTree(posted.body()).get("id").asText();
  }
}
