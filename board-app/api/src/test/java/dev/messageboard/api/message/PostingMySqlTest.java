package dev.messageboard.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class PostingMySqlTest {

  private static final DateTimeFormatter MYSQL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

  @BeforeEach
  void clear() {
    Board.clear();
  }

  @Test
  void theAnswerToAPostEqualsALaterRead() {
    Response posted = Board.post("Ann", "Hello");

    assertThat(posted.statusCode()).isEqualTo(201);
    assertThat(posted.jsonPath().getMap("$")).containsKeys("id", "author", "body", "createdAt");
    assertThat(Board.read(posted.path("id")).jsonPath().getMap("$"))
        .isEqualTo(withoutToken(posted));
  }

  @Test
  void theLocationOfAPostLeadsToIt() {
    Response posted = Board.post("Ann", "Hello");

    assertThat(posted.header("Location")).isEqualTo("/api/v1/messages/" + posted.path("id"));
    assertThat(RestAssured.get(posted.header("Location")).<String>path("body")).isEqualTo("Hello");
  }

  /** But for the charset, which the framework adds to the media type when it writes a body. */
  @ParameterizedTest
  @ValueSource(strings = {"/messages", "/messages/{id}", "/feed.atom", "/about", "/openapi.json"})
  void headTellsWhatGetWouldWithoutTheBody(String path) {
    String url = "/api/v1" + path.replace("{id}", Board.posted("Hello"));
    Response get = RestAssured.get(url);

    Response head = RestAssured.head(url);

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.asString()).isEmpty();
    assertThat(get.contentType()).startsWith(head.contentType());
    for (String name : List.of("ETag", "Cache-Control", "Link")) {
      assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
    }
  }

  @Test
  void anIdIsAStringAndTheTimeIsNow() {
    Response posted = Board.post("Ann", "Hello");

    assertThat(posted.<Object>path("id")).isInstanceOf(String.class);
    assertThat(Duration.between(Instant.parse(posted.path("createdAt")), Instant.now()))
        .isBetween(Duration.ZERO, Duration.ofMinutes(1));
  }

  /** The tests run in another time zone than the database's. */
  @Test
  void theTimeIsStoredInUtc() {
    Response posted = Board.post("Ann", "Hello");

    String stored = RealMySql.get().query("SELECT created_at FROM board.message");
    assertThat(LocalDateTime.parse(stored, MYSQL).toInstant(ZoneOffset.UTC))
        .isEqualTo(Instant.parse(posted.path("createdAt")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👋🏽 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👍👎",
        "\u00e9 and \u00c5 in composed form",
        "مرحبا שלום नमस्ते 你好 𠜎𠜱 ᚠᛇᚻ",
        " leading, trailing and\ttabs \n and lines\n ",
        "Robert'); DROP TABLE message;-- \\ \" % _ <script>alert(1)</script> ${jndi:x} {{7*7}}"
      })
  void textComesBackExactlyAsItWasSent(String text) {
    String id = Board.posted(text);

    assertThat((String) Board.read(id).path("body")).isEqualTo(text);
  }

  @Test
  void lengthsAreCountedAsPeopleDoNotAsJavaDoes() {
    assertThat(Board.post("👋".repeat(64), "👋".repeat(4000)).statusCode()).isEqualTo(201);
    assertThat(Board.post("👋".repeat(65), "x").statusCode()).isEqualTo(422);
    assertThat(Board.post("Ann", "👋".repeat(4001)).statusCode()).isEqualTo(422);
  }

  private static Map<String, Object> withoutToken(Response posted) {
    Map<String, Object> message = new HashMap<>(posted.jsonPath().getMap("$"));
    assertThat(message.remove("editToken")).isInstanceOf(String.class);
    return message;
  }
}
