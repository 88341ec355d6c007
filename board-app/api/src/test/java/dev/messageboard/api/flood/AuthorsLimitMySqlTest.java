package dev.messageboard.api.flood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a client may edit and delete, and who tries to. */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class AuthorsLimitMySqlTest {

  private static final String EVE = "192.0.2.66";
  private static final String WORDS = "/api/v1/admin/words";

  private Response posted;
  private String path;

  @BeforeEach
  void post() {
    Board.clear();
    posted = Board.post("Ann", "mine");
    path = "/api/v1/messages/" + posted.path("id");
  }

  @Test
  void whoDeletesTooOftenIsToldWhenToComeBack() {
    answersSixtyTimes(204, () -> delete(EVE, posted.path("editToken")));

    Response refused = delete(EVE, posted.path("editToken"));

    refusedForComingTooOften(refused);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    assertThat(refused.header("RateLimit-Limit")).isEqualTo("60");
    assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
    assertThat(refused.header("RateLimit-Reset")).isEqualTo(refused.header("Retry-After"));
  }

  @Test
  void whoEditsTooOftenIsRefused() {
    answersSixtyTimes(200, () -> edit(posted.path("editToken")));

    refusedForComingTooOften(edit(posted.path("editToken")));
    assertThat(delete("192.0.2.1", posted.path("editToken")).statusCode()).isEqualTo(204);
  }

  @Test
  void whoGuessesTokensToDeleteIsRefusedEvenWithTheRightOne() {
    answersSixtyTimes(403, () -> delete(EVE, "guess"));

    refusedForComingTooOften(delete(EVE, posted.path("editToken")));
    assertThat(Board.read(posted.path("id")).statusCode()).isEqualTo(200);
  }

  @Test
  void whoGuessesTokensToEditIsRefusedEvenWithTheRightOne() {
    answersSixtyTimes(403, () -> edit("guess"));

    refusedForComingTooOften(edit(posted.path("editToken")));
  }

  @Test
  void whoGuessesTheModeratorsTokenIsCountedToo() {
    answersSixtyTimes(
        403, () -> Board.from(EVE).header("Authorization", "Bearer guess").delete(path));

    refusedForComingTooOften(delete(EVE, posted.path("editToken")));
  }

  @Test
  void whoGuessesTheModeratorsTokenOnTheModeratorsPathsIsRefusedButTheModeratorIsNot() {
    answersSixtyTimes(403, () -> words("guess"));

    refusedForComingTooOften(words("guess"));
    assertThat(Board.admin().header("X-Forwarded-For", EVE).get(WORDS).statusCode()).isEqualTo(200);
  }

  @Test
  void aModeratorIsNotCounted() {
    answersSixtyTimes(204, () -> Board.admin().delete(path));

    assertThat(Board.admin().delete(path).statusCode()).isEqualTo(204);
  }

  /** Else any page could use up the limit of whoever looks at it. */
  @Test
  void whatAPageOfAnotherSiteSendsIsNotCounted() {
    answersSixtyTimes(
        403, () -> Board.from(EVE).header("Sec-Fetch-Site", "cross-site").delete(path));

    assertThat(delete(EVE, posted.path("editToken")).statusCode()).isEqualTo(204);
  }

  /** As often as the limit allows; all but the first and the last are counted by the database. */
  private static void answersSixtyTimes(int status, Supplier<Response> request) {
    assertThat(request.get().statusCode()).isEqualTo(status);
    RealMySql.get()
        .execute("UPDATE board.flood_window SET in_minute = in_minute + 58 WHERE action = 1");
    assertThat(request.get().statusCode()).isEqualTo(status);
  }

  private static void refusedForComingTooOften(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.<String>path("type")).endsWith("/too-many-requests");
  }

  private Response delete(String client, String token) {
    return Board.from(client).header("Message-Token", token).delete(path);
  }

  private static Response words(String token) {
    return Board.from(EVE).header("Authorization", "Bearer " + token).get(WORDS);
  }

  private Response edit(String token) {
    return Board.from(EVE)
        .header("Message-Token", token)
        .header("If-Match", "*")
        .body(Map.of("body", "mine, changed"))
        .patch(path);
  }
}
