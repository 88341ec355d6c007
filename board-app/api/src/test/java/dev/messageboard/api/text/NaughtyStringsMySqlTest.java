package dev.messageboard.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Big List of Naughty Strings through every field of a body and every parameter: kept in the
 * documented form, or refused with a 4xx; never a 5xx.
 */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class NaughtyStringsMySqlTest {

  private static final String API = "/api/v1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AtomicInteger count = new AtomicInteger();

  @BeforeAll
  static void clear() {
    Board.clear();
    RealMySql.get().execute("DELETE FROM board.report");
  }

  @Test
  void asAnAuthor() {
    NaughtyStrings.forEach(
        string -> keptOrRefused(Board.post(string, "by " + next()), "author", Normal.line(string)));
  }

  @Test
  void asABody() {
    NaughtyStrings.forEach(
        string -> keptOrRefused(Board.post("Ann " + next(), string), "body", Normal.lines(string)));
  }

  @Test
  void asAnEdit() {
    NaughtyStrings.forEach(
        string -> {
          Response posted = Board.post("Ann", "to be edited " + next());
          Response answer =
              Board.editing(posted, string)
                  .header("X-Forwarded-For", address())
                  .header("If-Match", "*")
                  .patch(API + "/messages/" + text(posted, "id"));
          keptOrRefused(answer, "body", Normal.lines(string));
        });
  }

  /** Each of another message, because five reports hide one; only the database tells a reason. */
  @Test
  void asTheReasonOfAReport() throws IOException {
    Map<String, String> taken = new ConcurrentHashMap<>();
    NaughtyStrings.forEach(
        string -> {
          String id = text(Board.post("Ann", "to be reported " + next()), "id");
          Response answer =
              Board.from(address())
                  .body(Map.of("reason", string))
                  .post(API + "/messages/" + id + "/reports");
          if (answer.statusCode() == 202) {
            taken.put(id, Normal.lines(string));
          } else {
            refused(answer, string);
          }
        });

    String kept =
        RealMySql.get().query("SELECT JSON_OBJECTAGG(message_id, reason) FROM board.report");
    assertThat(JSON.readTree(kept)).isEqualTo(JSON.valueToTree(taken));
  }

  @Test
  void asTheReasonOfABlock() {
    NaughtyStrings.forEach(
        string -> {
          String block = API + "/admin/blocks/%032x".formatted(next());
          Response answer =
              Board.admin()
                  .contentType("application/json")
                  .body(Map.of("reason", string))
                  .put(block);
          if (answer.statusCode() == 200) {
            assertThat(text(answer, "reason")).isEqualTo(Normal.lines(string));
            Board.admin().delete(block);
          } else {
            refused(answer, string);
          }
        });
  }

  @Test
  void asAPreview() {
    NaughtyStrings.forEach(
        string ->
            answeredOrRefused(
                Board.from(address()).body(Map.of("body", string)).post(API + "/preview"), string));
  }

  /** Only the number of a page could be among them. */
  @ParameterizedTest
  @ValueSource(strings = {"before", "after", "parent", "limit"})
  void asAParameterOfTheList(String name) {
    NaughtyStrings.forEach(string -> answeredOrRefused(Board.page(Map.of(name, string)), string));
  }

  /** One after another: what is held depends on the last of them. */
  @Test
  void asAHeldWord() {
    for (String string : NaughtyStrings.all()) {
      Response answer = hold(List.of(string));
      assertThat(answer.statusCode()).as(string).isIn(200, 422);
      assertThat(Board.post("Ann", "held? " + next()).statusCode()).as(string).isIn(201, 202);
    }
    hold(List.of());
  }

  @Test
  void inALineOfAnImport() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String string : NaughtyStrings.all()) {
      String id = String.valueOf(1_000_000 + next());
      Map<String, String> line =
          Map.of("id", id, "author", "Ann", "body", string, "createdAt", "2026-01-01T00:00:00Z");
      lines.append(JSON.writeValueAsString(line)).append('\n');
    }
    Response report =
        Board.admin()
            .contentType("application/x-ndjson")
            .body(lines.toString().getBytes(StandardCharsets.UTF_8))
            .post(API + "/import");

    assertThat(report.statusCode()).isEqualTo(200);
    assertThat(report.<Integer>path("created") + report.<Integer>path("refused"))
        .isEqualTo(NaughtyStrings.all().size());
  }

  private int next() {
    return count.incrementAndGet();
  }

  private String address() {
    int number = next();
    return "198.51." + number / 250 % 250 + "." + number % 250;
  }

  private static Response hold(List<String> words) {
    return Board.admin()
        .contentType("application/json")
        .body(Map.of("words", words))
        .put(API + "/admin/words");
  }

  private static void keptOrRefused(Response answer, String field, String expected) {
    if (answer.statusCode() == 201 || answer.statusCode() == 200) {
      assertThat(text(answer, field)).isEqualTo(expected);
      assertThat(text(Board.read(text(answer, "id")), field)).isEqualTo(expected);
    } else {
      refused(answer, expected);
    }
  }

  private static void answeredOrRefused(Response answer, String string) {
    if (answer.statusCode() != 200) {
      refused(answer, string);
    }
  }

  /** For what it is, not for coming too often or too late. */
  private static void refused(Response answer, String string) {
    assertThat(answer.statusCode()).as(string).isIn(400, 414, 422);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
  }

  /** RestAssured's paths are scripts that it compiles anew for each answer. */
  private static String text(Response answer, String field) {
    return answer.as(JsonNode.class).path(field).textValue();
  }
}
