package dev.messageboard.api.pod;

import static dev.messageboard.api.mysql.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two pods on one database agree on what they share. */
@NeedsMySql
class ReplicasIT {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "MESSAGEBOARD_POSTS_PER_MINUTE", "10",
          "MESSAGEBOARD_POSTS_PER_HOUR", "60",
          "MESSAGEBOARD_RETENTION_DAYS", "1",
          "MESSAGEBOARD_UPKEEP_INTERVAL", "1s");

  private static Replicas board;
  private static Pod one;
  private static Pod two;

  private final Caller caller = new Caller();

  @BeforeAll
  static void start() {
    board = new Replicas("replicas", SETTINGS);
    one = board.start();
    two = board.start();
  }

  @AfterAll
  static void stop() {
    board.close();
  }

  @Test
  void aClientHasTenPostsAMinuteInAll() throws IOException {
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      answers.add(post(i % 2 == 0 ? one : two, "limited " + i, "192.0.2.1").statusCode());
    }
    assertThat(answers.subList(0, 10)).containsOnly(201);
    assertThat(answers.subList(10, 12)).containsOnly(429);

    HttpResponse<String> refused = post(two, "once more", "192.0.2.1");
    assertThat(refused.headers().firstValue("RateLimit-Remaining")).contains("0");
    assertThat(refused.headers().firstValue("RateLimit-Limit")).contains("10");
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
    assertThat(post(two, "somebody else", "192.0.2.2").statusCode()).isEqualTo(201);
  }

  @Test
  void oneOfThemDeletesWhatIsTooOldAndTheOthersStay() throws IOException {
    String old = id(post(one, "old", "192.0.2.3"));
    String young = id(post(two, "young", "192.0.2.3"));

    RealMySql.get()
        .execute(
            "UPDATE replicas.message SET created_at = created_at - INTERVAL 2 DAY WHERE id = "
                + old);

    await().until(() -> caller.get(one, "/messages/" + old).statusCode() == 404);
    assertThat(caller.get(two, "/messages/" + young).statusCode()).isEqualTo(200);
  }

  @Test
  void whoListensToOneHearsWhatTheOtherTakes() throws Exception {
    try (Ear ear = new Ear(one.uri("/stream"), null)) {
      await().until(() -> ear.heard("event:ready"));

      post(two, "told by the other", "192.0.2.4");

      await().until(() -> ear.heard("told by the other"));
    }
  }

  @Test
  void whoWasCutOffGoesOnWithTheOther() throws Exception {
    String last;
    try (Ear ear = new Ear(one.uri("/stream"), null)) {
      await().until(() -> ear.lastId() != null);
      last = ear.lastId();
    }
    post(one, "missed meanwhile", "192.0.2.5");

    try (Ear ear = new Ear(two.uri("/stream"), last)) {
      await().until(() -> ear.heard("missed meanwhile"));
    }
  }

  @Test
  void aCursorOfOneIsGoodAtTheOther() throws IOException {
    post(one, "paged", "192.0.2.6");
    String prev =
        new ObjectMapper().readTree(caller.get(one, "/messages").body()).get("prev").asText();

    assertThat(caller.get(two, "/messages?after=" + prev).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> post(Pod pod, String body, String client) throws IOException {
    return caller.post(pod, body, Map.of("X-Forwarded-For", client));
  }

  private static String id(HttpResponse<String> posted) throws IOException {
    return new ObjectMapper().readTree(posted.body()).get("id").asText();
  }
}
