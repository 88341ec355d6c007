package dev.messageboard.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class EditingMySqlTest {

  /** Of no other test: a block outlives the messages. */
  private static final String BLOCKED = "192.0.2.99";

  @BeforeEach
  void clear() {
    Board.clear();
  }

  @Test
  void theAuthorChangesTheText() {
    Response posted = Board.post("Ann", "helo");

    Response edited = Board.edit(posted, "hello");

    assertThat(edited.statusCode()).isEqualTo(200);
    assertThat(edited.<String>path("body")).isEqualTo("hello");
    assertThat(edited.<String>path("editedAt")).isNotBlank();
    assertThat(Board.read(posted.path("id")).asString()).isEqualTo(edited.asString());
  }

  @Test
  void whoIsBlockedEditsNothing() {
    Response spam =
        Board.from(BLOCKED).body(Map.of("author", "Eve", "body", "buy")).post("/api/v1/messages");
    String client =
        RealMySql.get().query("SELECT LOWER(HEX(client_hash)) FROM board.message LIMIT 1");
    Board.admin()
        .contentType("application/json")
        .body(Map.of("reason", "spam"))
        .put("/api/v1/admin/blocks/" + client);

    assertThat(edit(BLOCKED, spam).<String>path("type")).endsWith("/client-blocked");
    assertThat(edit("192.0.2.10", spam).statusCode()).isEqualTo(200);
  }

  @Test
  void anEditSaysWhatItIsBasedOn() {
    Response posted = Board.post("Ann", "one");
    String path = "/api/v1/messages/" + posted.path("id");

    assertThat(Board.editing(posted, "two").patch(path).statusCode()).isEqualTo(428);
    assertThat(Board.edit(posted, "two").statusCode()).isEqualTo(200);
    assertThat(Board.edit(posted, "three").statusCode()).isEqualTo(412);
  }

  @Test
  void aReactionGivenMeanwhileDoesNotSpoilAnEdit() {
    Response posted = Board.post("Ann", "one");
    String path = "/api/v1/messages/" + posted.path("id");
    Board.request().put(path + "/reactions/like");

    assertThat(Board.read(posted.path("id")).header("ETag")).isNotEqualTo(posted.header("ETag"));
    assertThat(Board.edit(posted, "two").statusCode()).isEqualTo(200);
  }

  @Test
  void theRulesOfAPostHoldForAnEdit() {
    Response posted = Board.post("Ann", "one");

    assertThat(Board.edit(posted, "x".repeat(4001)).statusCode()).isEqualTo(422);
    assertThat(Board.edit(posted, "www.a.example ".repeat(6)).statusCode()).isEqualTo(422);
  }

  @Test
  void theWindowCloses() {
    Response posted = Board.post("Ann", "one");
    RealMySql.get()
        .execute("UPDATE board.message SET created_at = created_at - INTERVAL 16 MINUTE");

    Response answer = Board.edit(posted, "two");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.<String>path("type")).endsWith("/edit-window-over");
    assertThat(answer.<String>path("detail")).contains("15m");
  }

  @Test
  void aKnownMessageIsNotSentAgain() {
    Response posted = Board.post("Ann", "one");

    Response again =
        Board.request()
            .header("If-None-Match", posted.header("ETag"))
            .get("/api/v1/messages/" + posted.path("id"));

    assertThat(again.statusCode()).isEqualTo(304);
  }

  private static Response edit(String client, Response posted) {
    return Board.editing(posted, "buy more")
        .header("X-Forwarded-For", client)
        .header("If-Match", "*")
        .patch("/api/v1/messages/" + posted.path("id"));
  }
}
