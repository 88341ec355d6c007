package dev.messageboard.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;

/** What every problem document has, checked wherever one is expected. */
record Expect(JsonPath document) {

  private static final List<String> INTERNALS =
      List.of("java", "jackson", "hibernate", "exception", "dev.messageboard", "select", "vertx");

  static Expect problem(Response answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return check(answer.contentType(), answer.asString(), status, slug);
  }

  static Expect problem(RawHttp answer, int status, String slug) {
    assertThat(answer.status()).as(answer.answer()).isEqualTo(status);
    String body = answer.answer().substring(answer.answer().indexOf("\r\n\r\n"));
    return check(answer.header("Content-Type"), body, status, slug);
  }

  private static Expect check(String contentType, String body, int status, String slug) {
    assertThat(contentType).isEqualTo("application/problem+json");
    assertThat(body.toLowerCase()).doesNotContain(INTERNALS);
    JsonPath document = JsonPath.from(body);
    assertThat(document.getString("type")).isEqualTo("https://messageboard.dev/problems/" + slug);
    assertThat(document.getInt("status")).isEqualTo(status);
    assertThat(document.getString("title")).isNotBlank();
    assertThat(document.getString("detail")).isNotBlank();
    assertThat(document.getString("instance")).startsWith("/");
    assertThat(document.getString("traceId")).matches("[0-9a-f]{32}");
    return new Expect(document);
  }

  void hasNoErrors() {
    assertThat(document.getMap("$")).doesNotContainKey("errors");
  }

  void hasErrorAt(String pointer, String code) {
    assertThat(document.getList("errors")).hasSize(1);
    assertThat(document.getString("errors[0].pointer")).isEqualTo(pointer);
    assertThat(document.getString("errors[0].code")).isEqualTo(code);
    assertThat(document.getString("errors[0].message")).isNotBlank();
  }

  void hasErrorIn(String parameter, String code) {
    assertThat(document.getList("errors")).hasSize(1);
    assertThat(document.getString("errors[0].parameter")).isEqualTo(parameter);
    assertThat(document.getString("errors[0].code")).isEqualTo(code);
  }
}
