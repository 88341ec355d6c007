package dev.messageboard.api.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class ModerationMySqlTest {

  private static final String ADMIN = "/api/v1/admin";

  @BeforeEach
  void clear() {
    Board.clearWithDeeds();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/messages", "/blocks", "/words", "/audit"})
  void onlyTheAdminsTokenOpens(String path) {
    assertThat(Board.request().get(ADMIN + path).statusCode()).isEqualTo(401);
    Response wrong = Board.request().header("Authorization", "Bearer guess").get(ADMIN + path);
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(Board.admin().get(ADMIN + path).statusCode()).isEqualTo(200);
  }

  @Test
  void aHeldWordSendsAMessageToTheModerators() {
    words("casino");
    Response held = Board.post("Ann", "Visit my CASINO!");
    assertThat(held.statusCode()).isEqualTo(202);
    assertThat(Board.post("Ann", "occasinonally").statusCode()).isEqualTo(201);
    assertThat(Board.read(held.path("id")).statusCode()).isEqualTo(404);
    assertThat(ids("pending")).containsExactly(held.<String>path("id"));

    assertThat(act(held, "approve").<String>path("state")).isEqualTo("visible");

    assertThat(Board.read(held.path("id")).statusCode()).isEqualTo(200);
    assertThat(act(held, "approve").statusCode()).isEqualTo(409);
    words();
  }

  @Test
  void aHiddenMessageComesBack() {
    Response posted = Board.post("Ann", "doubtful");

    act(posted, "hide");
    assertThat(Board.read(posted.path("id")).statusCode()).isEqualTo(404);
    assertThat(ids("hidden")).containsExactly(posted.<String>path("id"));

    act(posted, "restore");
    assertThat(Board.read(posted.path("id")).statusCode()).isEqualTo(200);
    assertThat(act(posted, "pin").<Boolean>path("pinned")).isTrue();
  }

  @Test
  void fiveReadersHideWhatTheyReport() {
    Response posted = Board.post("Ann", "rude");
    String reports = "/api/v1/messages/" + posted.path("id") + "/reports";
    Map<String, String> reason = Map.of("reason", "rude");

    for (int reader = 1; reader <= 5; reader++) {
      Response told = Board.from("192.0.2." + reader).body(reason).post(reports);
      assertThat(told.statusCode()).isEqualTo(202);
      if (reader == 1) {
        assertThat(Board.from("192.0.2.1").body(reason).post(reports).statusCode()).isEqualTo(409);
        assertThat(ids("flagged")).containsExactly(posted.<String>path("id"));
      }
    }

    assertThat(Board.read(posted.path("id")).statusCode()).isEqualTo(404);
  }

  @Test
  void aBlockedClientPostsNoMore() {
    Map<String, String> message = Map.of("author", "Eve", "body", "spam");
    Board.from("192.0.2.9").body(message).post("/api/v1/messages");
    String client =
        RealMySql.get().query("SELECT LOWER(HEX(client_hash)) FROM board.message LIMIT 1");
    Board.admin()
        .contentType("application/json")
        .body(Map.of("reason", "spam"))
        .put(ADMIN + "/blocks/" + client);

    Response refused =
        Board.from("192.0.2.9")
            .body(Map.of("author", "Eve", "body", "more"))
            .post("/api/v1/messages");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Board.post("Ann", "I am somebody else").statusCode()).isEqualTo(201);

    Board.admin().delete(ADMIN + "/blocks/" + client);
    assertThat(Board.from("192.0.2.9").body(message).post("/api/v1/messages").statusCode())
        .isEqualTo(409);
  }

  @Test
  void everyDeedIsWrittenDown() {
    Response posted = Board.post("Ann", "audited");
    act(posted, "pin");
    act(posted, "unpin");
    act(posted, "hide");
    act(posted, "restore");
    Board.admin().delete(ADMIN + "/messages/" + posted.path("id"));
    words("casino");
    act(Board.post("Ann", "casino"), "approve");
    words();
    String block = ADMIN + "/blocks/" + "0123456789abcdef".repeat(2);
    Board.admin().contentType("application/json").body(Map.of("reason", "spam")).put(block);
    Board.admin().delete(block);
    String lines = Board.admin().accept("*/*").get("/api/v1/export.ndjson").asString();
    Board.admin()
        .contentType("application/x-ndjson")
        .body(lines.getBytes(UTF_8))
        .post("/api/v1/import");

    assertThat(deeds())
        .containsExactly(
            "import", "export", "unblock", "block", "words", "approve", "words", "delete",
            "restore", "hide", "unpin", "pin");
  }

  /** Not only where moderators are expected to do it. */
  @Test
  void whatAModeratorDeletesLikeAnAuthorIsWrittenDownToo() {
    Board.admin().delete("/api/v1/messages/" + Board.posted("audited"));

    assertThat(deeds()).containsExactly("delete");
  }

  @Test
  void whatAnAuthorDeletesIsNoDeedOfAModerator() {
    Response posted = Board.post("Ann", "mine");
    Board.delete(posted.path("id"), posted.path("editToken"));

    assertThat(deeds()).isEmpty();
  }

  @Test
  void aReactionCountsOncePerClient() {
    String id = Board.posted("nice");
    String like = "/api/v1/messages/" + id + "/reactions/like";

    Board.from("192.0.2.1").put(like);
    Board.from("192.0.2.1").put(like);
    Board.from("192.0.2.2").put(like);
    assertThat(Board.read(id).<Integer>path("reactions.like")).isEqualTo(2);

    Board.from("192.0.2.1").delete(like);
    Board.from("192.0.2.1").delete(like);
    assertThat(Board.read(id).<Integer>path("reactions.like")).isEqualTo(1);
    assertThat(Board.request().put("/api/v1/messages/" + id + "/reactions/thumbs").statusCode())
        .isEqualTo(404);
  }

  /** The newest first. */
  private static List<String> deeds() {
    return Board.admin().get(ADMIN + "/audit").jsonPath().getList("items.action");
  }

  private static void words(String... words) {
    Response answer =
        Board.admin()
            .contentType("application/json")
            .body(Map.of("words", List.of(words)))
            .put(ADMIN + "/words");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  private static Response act(Response message, String action) {
    return Board.admin().post(ADMIN + "/messages/" + message.path("id") + "/" + action);
  }

  private static List<String> ids(String state) {
    return Board.admin()
        .queryParam("state", state)
        .get(ADMIN + "/messages")
        .jsonPath()
        .getList("items.id");
  }
}
