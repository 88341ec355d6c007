package dev.messageboard.api.stream;

import static dev.messageboard.api.mysql.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import dev.messageboard.api.pod.Ear;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Its answer begins at once all the same: else a browser takes the stream for one that hangs. */
  @Test
  void whoComesBackWithNothingMissedIsAnsweredAtOnce() throws Exception {
    try (Ear ear = new Ear(stream, ago(Duration.ofMinutes(1)))) {
      await().atMost(Duration.ofSeconds(20)).until(() -> ear.heard("event:ready"));
    }
  }

  @Test
  void whoWasAwayForLessThanAnHourHearsWhatWasMissed() throws Exception {
    changed(1, Duration.ofMinutes(58));

    try (Ear ear = new Ear(stream, ago(Duration.ofMinutes(59)))) {
      await().until(() -> ear.heard("event:created"));
      assertThat(ear.heard("reset")).isFalse();
    }
  }

  @Test
  void whoWasAwayForMoreThanAnHourIsToldToStartOver() throws Exception {
    changed(1, Duration.ofMinutes(58));

    try (Ear ear = new Ear(stream, ago(Duration.ofMinutes(61)))) {
      await().until(() -> ear.heard("event:reset"));
      assertThat(ear.heard("created")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "0", "-1", "1-", "99999999999999999-1", "1 OR 1=1"})
  void whoNamesAnEventThatIsNoneOfOursIsToldToStartOver(String id) throws Exception {
    try (Ear ear = new Ear(stream, id)) {
      await().until(() -> ear.heard("event:reset"));
    }
  }

  @Test
  void whoMissedFiveHundredChangesIsToldAllOfThem() throws Exception {
    changed(500, Duration.ofMinutes(1));

    try (Ear ear = new Ear(stream, ago(Duration.ofMinutes(2)))) {
      await().until(() -> ear.count("event:created") == 500);
      assertThat(ear.heard("reset")).isFalse();
    }
  }

  @Test
  void whoMissedMoreThanFiveHundredChangesIsToldToStartOver() throws Exception {
    changed(501, Duration.ofMinutes(1));

    try (Ear ear = new Ear(stream, ago(Duration.ofMinutes(2)))) {
      await().until(() -> ear.heard("event:reset"));
      assertThat(ear.heard("created")).isFalse();
    }
  }

  /** Each listener gets its own copy of them, and might not read it. */
  @Test
  void whoMissedMoreThanAQuarterOfAMegabyteIsToldToStartOver() throws Exception {
    changed(66, Duration.ofMinutes(1));
    RealMySql.get().execute("UPDATE board.message SET body = REPEAT('x', 4000)");

    try (Ear ear = new Ear(stream, ago(Duration.ofMinutes(2)))) {
      await().until(() -> ear.heard("event:reset"));
      assertThat(ear.heard("created")).isFalse();
    }
  }

  /** What is not told counts too, or the changes after the first five hundred would be lost. */
  @Test
  void whoMissedMoreThanFiveHundredWithAPendingOneAmongThemIsToldToStartOver() throws Exception {
    changed(600, Duration.ofMinutes(1));
    RealMySql.get().execute("UPDATE board.message SET state = 1, listed = FALSE LIMIT 1");

    try (Ear ear = new Ear(stream, ago(Duration.ofMinutes(2)))) {
      await().until(() -> ear.heard("event:reset"));
      assertThat(ear.heard("created")).isFalse();
    }
  }

  @Test
  void whoListensWhileMoreThanFiveHundredThingsChangeIsToldToStartOver() throws Exception {
    try (Ear ear = new Ear(stream, null)) {
      await().until(() -> ear.heard("event:ready"));

      changed(501, Duration.ZERO);

      await().until(() -> ear.heard("event:reset"));
    }
  }

  private static String ago(Duration time) {
    return new Position(Instant.now().minus(time), 1).text();
  }

  /** So many messages whose last change is so old, each a microsecond after the other. */
  private static void changed(int count, Duration ago) {
    RealMySql.get()
        .execute(
            """
            INSERT INTO board.message (author, body, created_at, changed_at)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
            SELECT 'Ann', 'one of many', t, t
            FROM (SELECT UTC_TIMESTAMP(6) - INTERVAL %d SECOND + INTERVAL i MICROSECOND AS t FROM n)
            AS times\
            """
                .formatted(count, ago.toSeconds()));
  }
}
