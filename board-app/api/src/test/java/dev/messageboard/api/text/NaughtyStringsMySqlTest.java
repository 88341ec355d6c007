package dev.messageboard.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private final AtomicInteger clients = new AtomicInteger();

  @BeforeAll
  static void clear() {
    Board.clear();
  }

  @Test
  void asAnAuthor() {
    for (String string : strings()) {
      Response answer = Board.post(string, "by " + clients.incrementAndGet());
      keptOrRefused(answer, "author", Normal.line(string));
    }
  }

  @Test
  void asABody() {
    for (String string : strings()) {
      Response answer = Board.post("Ann " + clients.incrementAndGet(), string);
      keptOrRefused(answer, "body", Normal.lines(string));
    }
  }

  @Test
  void asAnEdit() {
    Response posted = Board.post("Ann", "to be edited");
    String id = posted.path("id");
    for (String string : strings()) {
      Response answer =
          Board.editing(posted, string).header("If-Match", "*").patch(API + "/messages/" + id);
      keptOrRefused(answer, "body", Normal.lines(string));
    }
  }

  @Test
  void asTheReasonOfAReport() {
    String id = Board.posted("to be reported");
    for (String string : strings()) {
      Response answer =
          Board.from(address())
              .body(Map.of("reason", string))
              .post(API + "/messages/" + id + "/reports");
      assertThat(answer.statusCode()).as(string).isIn(202, 404, 422);
    }
  }

  @Test
  void asTheReasonOfABlock() {
    String blocks = API + "/admin/blocks/";
    String client = "0123456789abcdef".repeat(2);
    for (String string : strings()) {
      Response answer =
          Board.admin()
              .contentType("application/json")
              .body(Map.of("reason", string))
              .put(blocks + client);
      if (answer.statusCode() == 200) {
        assertThat(answer.<String>path("reason")).isEqualTo(Normal.lines(string));
      }
      refused(answer, string);
    }
    Board.admin().delete(blocks + client);
  }

  @Test
  void asAPreview() {
    for (String string : strings()) {
      Response answer = Board.from(address()).body(Map.of("body", string)).post(API + "/preview");
      refused(answer, string);
    }
  }

  /** Only the number of a page could be among them. */
  @ParameterizedTest
  @ValueSource(strings = {"before", "after", "parent", "limit"})
  void asAParameterOfTheList(String name) {
    for (String string : strings()) {
      refused(Board.page(Map.of(name, string)), string);
    }
  }

  @Test
  void asAHeldWord() {
    for (String string : strings()) {
      Response answer =
          Board.admin()
              .contentType("application/json")
              .body(Map.of("words", List.of(string)))
              .put(API + "/admin/words");
      assertThat(answer.statusCode()).as(string).isIn(200, 422);
      assertThat(Board.post("Ann", "held? " + clients.incrementAndGet()).statusCode())
          .as(string)
          .isIn(201, 202);
    }
    Board.admin()
        .contentType("application/json")
        .body(Map.of("words", List.of()))
        .put(API + "/admin/words");
  }

  @Test
  void inALineOfAnImport() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String string : strings()) {
      String id = String.valueOf(1_000_000 + clients.incrementAndGet());
      Map<String, String> line =
          Map.of("id", id, "author", "Ann", "body", string, "createdAt", "2026-01-01T00:00:00Z");
      lines.append(new ObjectMapper().writeValueAsString(line)).append('\n');
    }
    Response report =
        Board.admin()
            .contentType("application/x-ndjson")
            .body(lines.toString().getBytes(StandardCharsets.UTF_8))
            .post(API + "/import");

    assertThat(report.statusCode()).isEqualTo(200);
    assertThat(report.<Integer>path("created") + report.<Integer>path("refused"))
        .isEqualTo(strings().size());
  }

  private String address() {
    int number = clients.incrementAndGet();
    return "198.51." + number / 250 % 250 + "." + number % 250;
  }

  private static void keptOrRefused(Response answer, String field, String expected) {
    if (answer.statusCode() == 201 || answer.statusCode() == 200) {
      assertThat(answer.<String>path(field)).isEqualTo(expected);
      assertThat(Board.read(answer.path("id")).<String>path(field)).isEqualTo(expected);
    } else {
      refused(answer, expected);
    }
  }

  private static void refused(Response answer, String string) {
    if (answer.statusCode() != 200) {
      assertThat(answer.statusCode()).as(string).isBetween(400, 499);
      assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }
  }

  /** The list, and what it leaves out because JSON editors cannot show it. */
  private static List<String> strings() {
    try (InputStream list =
        NaughtyStringsMySqlTest.class.getResourceAsStream("/naughty/blns.json")) {
      List<String> strings =
          new ArrayList<>(List.of(new ObjectMapper().readValue(list, String[].class)));
      strings.add("\0");
      strings.add("\uD800");
      strings.add("\uDC00\uD800");
      strings.add("\uFFFE");
      strings.add("e" + "\u0301".repeat(50));
      strings.add("\u202Etxt.exe");
      strings.add("👩‍👩‍👧‍👦".repeat(600));
      return strings;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
