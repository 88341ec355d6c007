package dev.messageboard.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posts that come twice, too fast, from the wrong place, or as an answer. */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class RepeatingMySqlTest {

  @BeforeEach
  void clear() {
    Board.clear();
  }

  @Test
  void aRepeatedPostIsTheSamePost() {
    String key = UUID.randomUUID().toString();

    Response first = post(key, "once");
    Response again = post(key, "once");

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotent-Replayed")).isNull();
    assertThat(post(key, "twice").statusCode()).isEqualTo(422);
    assertThat(post("17", "x").statusCode()).isEqualTo(400);
  }

  @Test
  void ofManyTriesAtOnceOneMakesTheRow() {
    String key = UUID.randomUUID().toString();

    List<String> ids =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> post(key, "at once").<String>path("id"))
            .distinct()
            .toList();

    assertThat(ids).hasSize(1);
    assertThat(RealMySql.get().query("SELECT COUNT(*) FROM board.message")).isEqualTo("1");
  }

  @Test
  void theSameTextTwiceInARowIsADuplicate() {
    Board.post("Ann", "again");

    assertThat(Board.post("Ann", "again").statusCode()).isEqualTo(409);
    assertThat(Board.post("Ann", "again!").statusCode()).isEqualTo(201);
  }

  @Test
  void whoFillsTheTrapIsThankedAndForgotten() {
    Response answer =
        Board.request()
            .contentType("application/json")
            .body(Map.of("author", "Bot", "body", "buy", "website", "https://spam.example"))
            .post("/api/v1/messages");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(RealMySql.get().query("SELECT COUNT(*) FROM board.message")).isEqualTo("0");
  }

  @Test
  void nobodyWritesAMessageInASecond() {
    Map<String, ?> hasty = Map.of("author", "Bot", "body", "quick", "formAge", 900);

    Response answer =
        Board.request().contentType("application/json").body(hasty).post("/api/v1/messages");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.<String>path("errors[0].code")).isEqualTo("too-fast");
  }

  @Test
  void aPageOfAnotherSiteMayNotPost() {
    for (Map<String, String> headers :
        List.of(Map.of("Sec-Fetch-Site", "cross-site"), Map.of("Origin", "https://evil.example"))) {
      Response answer =
          Board.request()
              .headers(headers)
              .contentType("application/json")
              .body(Map.of("author", "Eve", "body", "hi"))
              .post("/api/v1/messages");
      assertThat(answer.statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aReplyToAReplyJoinsItsThread() {
    String root = Board.posted("root");
    String reply = Board.reply(root, "one").path("id");
    Response second = Board.reply(reply, "two");

    assertThat(second.<String>path("parentId")).isEqualTo(root);
    assertThat(Board.read(root).<Integer>path("replyCount")).isEqualTo(2);
    assertThat(Board.page(Map.of("parent", root)).jsonPath().getList("items.body"))
        .containsExactly("two", "one");
    assertThat(Board.page(Map.of("parent", "none")).jsonPath().getList("items.body"))
        .containsExactly("root");
    assertThat(Board.reply("999999", "x").<String>path("errors[0].code"))
        .isEqualTo("no-such-message");
  }

  private static Response post(String key, String body) {
    return Board.request()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(Map.of("author", "Ann", "body", body))
        .post("/api/v1/messages");
  }
}
