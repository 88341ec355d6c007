package dev.messageboard.api.stream;

import static dev.messageboard.api.mysql.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.pod.Ear;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class StreamMySqlTest {

  @TestHTTPResource("/api/v1/stream")
  URI stream;

  @BeforeEach
  void clear() {
    Board.clear();
  }

  @Test
  void whoListensHearsOfEveryChange() throws Exception {
    try (Ear ear = new Ear(stream, null)) {
      await().until(() -> ear.heard("event:ready"));

      Response posted = Board.post("Ann", "listen to this");
      await().until(() -> ear.heard("event:created") && ear.heard("listen to this"));
      Board.edit(posted, "listen to that");
      await().until(() -> ear.heard("event:updated") && ear.heard("listen to that"));
      Board.delete(posted.path("id"), posted.path("editToken"));
      await().until(() -> ear.heard("event:deleted"));
    }
  }

  @Test
  void whoComesBackHearsWhatWasMissed() throws Exception {
    String last;
    try (Ear ear = new Ear(stream, null)) {
      await().until(() -> ear.lastId() != null);
      last = ear.lastId();
    }
    Board.posted("while you were away");

    try (Ear ear = new Ear(stream, last)) {
      await().until(() -> ear.heard("while you were away"));
    }
  }

  @Test
  void whoWasAwayTooLongIsToldToStartOver() throws Exception {
    try (Ear ear = new Ear(stream, "1000000-1")) {
      await().until(() -> ear.heard("event:reset"));
      assertThat(ear.heard("created")).isFalse();
    }
  }
}
