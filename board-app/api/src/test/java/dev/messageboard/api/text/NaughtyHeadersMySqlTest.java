package dev.messageboard.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.problem.RawHttp;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The Big List of Naughty Strings through every header that the service reads, byte for byte:
 * answered, or refused with a 4xx that says so; never a 5xx.
 */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class NaughtyHeadersMySqlTest {

  private static final String API = "/api/v1";

  /** The same text twice would be refused. */
  private static final AtomicInteger COUNT = new AtomicInteger();

  @BeforeAll
  static void clear() {
    Board.clear();
  }

  @AfterAll
  static void sayWhatWasLeftOut() {
    System.out.printf(
        "Naughty strings that no header may hold, and that were not sent as one: %d of %d%n",
        NaughtyStrings.all().stream().filter(string -> !isAllowed(string)).count(),
        NaughtyStrings.all().size());
  }

  @ParameterizedTest
  @CsvSource({
    "/messages, If-None-Match, 200 304",
    "/messages, X-Request-Id, 200",
    "/messages, traceparent, 200",
    "/messages, Accept, 200 406",
    "/feed.atom, If-None-Match, 200 304",
    "/admin/words, Authorization, 401 403"
  })
  void ofAQuestion(String path, String header, String expected) {
    forEach(string -> answered(send("GET", path, line(header, string), ""), string, expected));
  }

  @Test
  void asTheAdminsToken() {
    forEach(
        string ->
            answered(
                send(
                    "GET",
                    "/admin/words",
                    fromSomewhere() + line("Authorization", "Bearer " + string),
                    ""),
                string,
                "401 403"));
  }

  @ParameterizedTest
  @CsvSource({
    "Idempotency-Key, 201 400",
    "X-Forwarded-For, 201",
    "Origin, 201 403",
    "Sec-Fetch-Site, 201",
    "Content-Type, 201 400 415"
  })
  void ofAPost(String header, String expected) {
    forEach(string -> answered(post(line(header, string)), string, expected));
  }

  @Test
  void asWhatAnEditIsBasedOn() {
    forEach(
        string -> {
          JsonNode posted = posted();
          RawHttp answer =
              send(
                  "PATCH",
                  "/messages/" + posted.get("id").asText(),
                  fromSomewhere()
                      + line("If-Match", string)
                      + line("Message-Token", posted.get("editToken").asText())
                      + line("Content-Type", "application/json"),
                  "{\"body\":\"edited\"}");
          answered(answer, string, "412");
        });
  }

  @Test
  void asAnAuthorsToken() {
    forEach(
        string -> {
          String message = "/messages/" + posted().get("id").asText();

          answered(
              send("DELETE", message, fromSomewhere() + line("Message-Token", string), ""),
              string,
              "401 403");

          assertThat(send("GET", message, "", "").status()).as(string).isEqualTo(200);
        });
  }

  @Test
  void asTheLastEventOfAStream() {
    forEach(
        string -> {
          RawHttp answer =
              RawHttp.until("event:", request("GET", "/stream", line("Last-Event-ID", string), ""));
          answered(answer, string, "200");
          if (answer.status() == 200) {
            assertThat(answer.answer()).as(string).endsWith("event:");
          }
        });
  }

  private void forEach(java.util.function.Consumer<String> trial) {
    NaughtyStrings.forEach(
        string -> {
          if (isAllowed(string)) {
            trial.accept(string);
          }
        });
  }

  /** RFC 9110, 5.5: no control characters but the tab. What has one is no HTTP. */
  private static boolean isAllowed(String string) {
    return string.chars().allMatch(c -> c == '\t' || c >= ' ' && c != 0x7F);
  }

  private RawHttp post(String header) {
    String type = header.startsWith("Content-Type") ? "" : line("Content-Type", "application/json");
    String body =
        "{\"author\":\"Ann\",\"body\":\"under a header " + COUNT.incrementAndGet() + "\"}";
    return send("POST", "/messages", header + type, body);
  }

  private JsonNode posted() {
    return Board.post("Ann", "for a header " + COUNT.incrementAndGet()).as(JsonNode.class);
  }

  /** Each client may write so often in a minute. */
  private static String fromSomewhere() {
    int client = COUNT.incrementAndGet();
    return line("X-Forwarded-For", "10.9.%d.%d".formatted(client / 256, client % 256));
  }

  private static RawHttp send(String method, String path, String headers, String body) {
    return RawHttp.send(request(method, path, headers, body));
  }

  private static String request(String method, String path, String headers, String body) {
    return method
        + " "
        + API
        + path
        + " HTTP/1.1\r\nHost: board\r\nConnection: close\r\n"
        + headers
        + line("Content-Length", String.valueOf(body.getBytes(StandardCharsets.UTF_8).length))
        + "\r\n"
        + body;
  }

  private static String line(String header, String value) {
    return header + ": " + value + "\r\n";
  }

  /** Too long for a header is a refusal of its own. */
  private static void answered(RawHttp answer, String string, String expected) {
    String status = String.valueOf(answer.status());
    assertThat(Set.of((expected + " 431").split(" "))).as(string).contains(status);
    if (answer.status() >= 400) {
      assertThat(answer.header("Content-Type")).as(string).isEqualTo("application/problem+json");
    }
  }
}
