package dev.messageboard.api.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to be refused: status, type, and where the error points. */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class RefusalsMySqlTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"author\":                                     | malformed-json",
        "{\"author\":\"a\",\"body\":\"b\"} x              | malformed-json",
        "{'author':'a','body':'b'}                        | malformed-json",
        "{\"author\":\"a\",\"body\":NaN}                  | malformed-json",
        "null                                             | unexpected-json",
        "[]                                               | unexpected-json",
        "\"text\"                                         | unexpected-json",
        "17                                               | unexpected-json",
        "``                                               | unexpected-json",
      })
  void aBodyThatIsNoJsonObjectIsRefused(String body, String slug) {
    Response answer = post(body);

    Expect.problem(answer, 400, slug).hasNoErrors();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"author\":\"a\",\"body\":\"b\",\"x/y~z\":1}    | /x~1y~0z | unknown-field",
        "{\"author\":\"a\",\"body\":\"b\",\"id\":\"1\"}   | /id      | unknown-field",
        "{\"author\":5,\"body\":\"b\"}                    | /author  | wrong-type",
        "{\"author\":\"a\",\"body\":true}                 | /body    | wrong-type",
        "{\"author\":\"a\",\"body\":1.5}                  | /body    | wrong-type",
        "{\"author\":\"a\",\"body\":{}}                   | /body    | wrong-type",
        "{\"author\":[\"a\"],\"body\":\"b\"}              | /author  | wrong-type",
        "{\"author\":\"a\",\"body\":\"b\",\"body\":\"c\"} | /body    | duplicate-field",
      })
  void aBodyOfAnotherShapeIsRefused(String body, String pointer, String code) {
    Response answer = post(body);

    Expect.problem(answer, 400, "unexpected-json").hasErrorAt(pointer, code);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"author\":\"a\"}                               | /body    | required",
        "{\"author\":null,\"body\":\"b\"}                 | /author  | required",
        "{\"author\":\" \",\"body\":\"b\"}                | /author  | blank",
        "{\"author\":\"a\",\"body\":\"\\u200b\"}          | /body    | blank",
        "{\"author\":\"a\",\"body\":\"x\\u0000y\"}        | /body    | control-character",
        "{\"author\":\"a\\nb\",\"body\":\"b\"}            | /author  | control-character",
        "{\"author\":\"a\\u202eb\",\"body\":\"b\"}        | /author  | bidi-control",
        "{\"author\":\"a\",\"body\":\"\\ud83d\"}          | /body    | invalid-unicode",
      })
  void aMessageThatBreaksARuleIsRefused(String body, String pointer, String code) {
    Response answer = post(body);

    Expect.problem(answer, 422, "invalid-message").hasErrorAt(pointer, code);
  }

  @ParameterizedTest(name = "?{0}")
  @CsvSource({
    "limit=0, limit, out-of-range",
    "limit=101, limit, out-of-range",
    "limit=ten, limit, out-of-range",
    "limit=, limit, out-of-range",
    "limit=%ff, limit, out-of-range",
    "limit=5&limit=5, limit, duplicate",
    "before=, before, invalid-cursor",
    "before=42, before, invalid-cursor",
  })
  void aQueryParameterThatIsNotValidIsRefused(String query, String parameter, String code) {
    Response answer = given().urlEncodingEnabled(false).get("/api/v1/messages?" + query);

    Expect.problem(answer, 400, "invalid-parameter").hasErrorIn(parameter, code);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "GET, /api/v1/messages/999999999, message-not-found",
    "GET, /api/v1/messages/abc, message-not-found",
    "GET, /api/v1/messages/007, message-not-found",
    "GET, /api/v1/messages/99999999999999999999, message-not-found",
    "DELETE, /api/v1/messages/999999999, message-not-found",
    "GET, /, path-not-found",
    "GET, /index.html, path-not-found",
    "GET, /q/health, path-not-found",
    "GET, /api, path-not-found",
    "GET, /api/v1, path-not-found",
    "GET, /api/v2/messages, path-not-found",
    "GET, /api/v1/messages/, path-not-found",
    "GET, /api/v1/messages/1/2, path-not-found",
    "POST, /api/v1/nothing, path-not-found",
    "OPTIONS, /api/v1/nothing, path-not-found",
  })
  void whatIsNotThereIsNotFound(String method, String path, String slug) {
    Expect.problem(given().request(method, path), 404, slug).hasNoErrors();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "PUT, /api/v1/messages, 'GET, HEAD, OPTIONS, POST'",
    "DELETE, /api/v1/messages, 'GET, HEAD, OPTIONS, POST'",
    "PUT, /api/v1/messages/1, 'DELETE, GET, HEAD, OPTIONS, PATCH'",
    "POST, /api/v1/messages/1, 'DELETE, GET, HEAD, OPTIONS, PATCH'",
  })
  void aMethodThatIsNotAllowedIsToldWhichAre(String method, String path, String allow) {
    Response answer = given().request(method, path);

    Expect.problem(answer, 405, "method-not-allowed").hasNoErrors();
    assertThat(answer.header("Allow")).isEqualTo(allow);
    assertThat(given().options(path).header("Allow")).isEqualTo(allow);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"text/plain", "application/xml", "multipart/form-data; boundary=x", "garbage"})
  void onlyJsonIsTaken(String contentType) {
    RawHttp answer =
        RawHttp.post("Content-Type: " + contentType + "\r\nContent-Length: 2\r\n", "{}");

    Expect.problem(answer, 415, "unsupported-media-type");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"text/html", "application/xml"})
  void onlyJsonIsGiven(String accept) {
    Response answer = given().header("Accept", accept).get("/api/v1/messages");

    Expect.problem(answer, 406, "not-acceptable").hasNoErrors();
  }

  private static Response post(String body) {
    return given()
        .contentType("application/json")
        .body(body == null ? "" : body)
        .post("/api/v1/messages");
  }
}
