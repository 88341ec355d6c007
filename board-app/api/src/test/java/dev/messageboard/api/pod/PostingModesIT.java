package dev.messageboard.api.pod;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.api.mysql.NeedsMySql;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code messageboard.posting} says. */
@NeedsMySql
class PostingModesIT {

  private final Caller caller = new Caller();

  @Test
  void onAModeratedBoardEveryPostWaits() throws IOException {
    try (Replicas board = new Replicas("moderated", Map.of("MESSAGEBOARD_POSTING", "moderated"))) {
      Pod pod = board.start();

      HttpResponse<String> posted = caller.post(pod, "may I?", Map.of());

      assertThat(posted.statusCode()).isEqualTo(202);
      assertThat(new ObjectMapper().readTree(posted.body()).get("pending").asBoolean()).isTrue();
      assertThat(caller.get(pod, "/messages").body()).contains("\"items\":[]");
      assertThat(caller.get(pod, "/about").body()).contains("\"posting\":\"moderated\"");
    }
  }

  @Test
  void aClosedBoardIsReadOnly() throws IOException {
    try (Replicas board = new Replicas("closed", Map.of("MESSAGEBOARD_POSTING", "closed"))) {
      Pod pod = board.start();

      assertThat(caller.post(pod, "may I?", Map.of()).statusCode()).isEqualTo(423);
      assertThat(caller.get(pod, "/messages").statusCode()).isEqualTo(200);
    }
  }
}
