package dev.messageboard.api.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same list where no text is expected: other fields of a post, paths, more parameters. */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class NaughtyFieldsMySqlTest {

  private static final String API = "/api/v1";

  private final AtomicInteger count = new AtomicInteger();

  @BeforeAll
  static void clear() {
    Board.clear();
  }

  /** Whatever it is, who fills it is told that it worked, and nobody sees it. */
  @Test
  void asTheHoneypot() {
    AtomicInteger people = new AtomicInteger();
    NaughtyStrings.forEach(
        string -> {
          Response answer = post("robot", "website", string);
          if (answer.statusCode() == 201) {
            assertThat(string).isBlank();
            people.incrementAndGet();
          } else {
            refusedOr(202, answer, string);
          }
        });

    assertThat(RealMySql.get().query("SELECT COUNT(*) FROM board.message WHERE author = 'robot'"))
        .isEqualTo(String.valueOf(people.get()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"parentId", "formAge"})
  void asAFieldThatIsNoText(String name) {
    NaughtyStrings.forEach(string -> refusedOr(201, post("Ann", name, string), string));
  }

  @Test
  void asTheNameOfAField() {
    NaughtyStrings.forEach(string -> refusedOr(201, post("Ann", string, "x"), string));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /messages/%s, 200",
    "DELETE, /messages/%s, 401",
    "PUT, /messages/%s/reactions/like, 204",
    "PUT, /messages/1/reactions/%s, 204",
    "POST, /admin/messages/%s/approve, 200",
    "POST, /admin/messages/1/%s, 200",
    "DELETE, /admin/messages/%s, 204",
    "DELETE, /admin/blocks/%s, 204",
    "GET, /%s, 200"
  })
  void inAPath(String method, String path, int accepted) {
    NaughtyStrings.forEach(
        string ->
            refusedOr(
                accepted,
                (path.startsWith("/admin") ? Board.admin() : Board.request())
                    .urlEncodingEnabled(false)
                    .request(method, API + path.formatted(encoded(string))),
                string));
  }

  @Test
  void asABlockedClient() {
    NaughtyStrings.forEach(
        string ->
            refusedOr(
                200,
                json(Board.admin())
                    .body(Map.of("reason", "spam"))
                    .urlEncodingEnabled(false)
                    .put(API + "/admin/blocks/" + encoded(string)),
                string));
  }

  @ParameterizedTest
  @CsvSource({
    "/admin/messages, state",
    "/admin/messages, before",
    "/admin/messages, limit",
    "/admin/audit, before",
    "/admin/audit, limit",
    "/feed.atom, limit"
  })
  void asAParameter(String path, String name) {
    NaughtyStrings.forEach(
        string ->
            refusedOr(
                200, Board.admin().accept("*/*").queryParam(name, string).get(API + path), string));
  }

  @Test
  void asTheParameterOfAnImport() {
    NaughtyStrings.forEach(
        string ->
            refusedOr(
                200,
                Board.admin()
                    .contentType("application/x-ndjson")
                    .queryParam("dryRun", string)
                    .body(new byte[0])
                    .post(API + "/import"),
                string));
  }

  private Response post(String author, String field, String value) {
    return json(Board.request())
        .body(Map.of("author", author, "body", "naughty " + count.incrementAndGet(), field, value))
        .post(API + "/messages");
  }

  private static RequestSpecification json(RequestSpecification request) {
    return request.contentType("application/json");
  }

  private static String encoded(String string) {
    return URLEncoder.encode(string, UTF_8).replace("+", "%20");
  }

  private static void refusedOr(int accepted, Response answer, String string) {
    if (answer.statusCode() != accepted) {
      assertThat(answer.statusCode()).as(string).isBetween(400, 499);
      assertThat(answer.contentType()).as(string).isEqualTo("application/problem+json");
    }
  }
}
