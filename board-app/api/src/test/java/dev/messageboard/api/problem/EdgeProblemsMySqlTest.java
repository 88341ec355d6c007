package dev.messageboard.api.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are refused before the REST layer sees them, and defects of our own. */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class EdgeProblemsMySqlTest {

  private static final String JSON = "Content-Type: application/json\r\n";

  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  @Test
  void aBodyAnnouncedAsTooLargeIsRefused() {
    RawHttp answer = RawHttp.post(JSON + "Content-Length: 65537\r\n", " ".repeat(65537));

    Expect.problem(answer, 413, "body-too-large").hasNoErrors();
    assertThat(answer.header("Connection")).isEqualTo("close");
  }

  @Test
  void aBodyThatTurnsOutTooLargeIsRefused() {
    String chunk = "1000\r\n" + " ".repeat(4096) + "\r\n";

    RawHttp answer =
        RawHttp.post(JSON + "Transfer-Encoding: chunked\r\n", chunk.repeat(17) + "0\r\n\r\n");

    Expect.problem(answer, 413, "body-too-large").hasNoErrors();
  }

  @Test
  void aBodyOfExactlyTheLimitIsRead() {
    String body = "{\"author\":\"a\",\"body\":\"b\"}" + " ".repeat(64 * 1024 - 25);

    assertThat(RawHttp.post(JSON + "Content-Length: 65536\r\n", body).status()).isEqualTo(201);
  }

  @Test
  void aBodyWithoutAMediaTypeIsRefused() {
    RawHttp answer = RawHttp.post("Content-Length: 2\r\n", "{}");

    Expect.problem(answer, 415, "unsupported-media-type").hasNoErrors();
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    byte[] body = {'{', '"', 'a', 'u', 't', 'h', 'o', 'r', '"', ':', '"', (byte) 0xff, '"', '}'};

    var answer = given().contentType("application/json").body(body).post("/api/v1/messages");

    Expect.problem(answer, 400, "malformed-json").hasNoErrors();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/messages/%zz", "/api/v1/messages?limit=%zz", "/api/v1/mess<ages"})
  void aTargetThatIsNoUriIsRefused(String target) {
    Expect.problem(RawHttp.get(target), 400, "bad-request").hasNoErrors();
  }

  /**
   * As long as nginx lets them through: whatever passes there is answered here in the same form.
   */
  @Test
  void anAddressThatIsTooLongIsRefused() {
    assertThat(RawHttp.get(target(8192)).status()).isEqualTo(200);

    Expect.problem(RawHttp.get(target(8193)), 414, "uri-too-long").hasNoErrors();
    Expect.problem(RawHttp.get(target(60_000)), 414, "uri-too-long").hasNoErrors();
  }

  @Test
  void headersThatAreTooLargeAreRefused() {
    String large = "X-Large: " + "x".repeat(8000) + "\r\n";
    assertThat(RawHttp.get("/api/v1/about", large.repeat(4)).status()).isEqualTo(200);

    Expect.problem(RawHttp.get("/api/v1/about", large.repeat(5)), 431, "headers-too-large")
        .hasNoErrors();
    Expect.problem(
            RawHttp.get("/api/v1/about", "X-Larger: " + "x".repeat(8192) + "\r\n"),
            431,
            "headers-too-large")
        .hasNoErrors();
  }

  @Test
  void whatIsRefusedOutsideTheRestLayerIsCountedToo() {
    RawHttp.get(target(9000));

    assertThat(given().get(metrics).asString())
        .contains("messageboard_problems_total{type=\"uri-too-long\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//api/v1/messages", "/api/v1//messages", "/api/v1/messages/../../../etc/passwd"})
  void aPathHasOneSpelling(String path) {
    Expect.problem(RawHttp.get(path), 404, "path-not-found").hasNoErrors();
  }

  @Test
  void theTraceOfTheCallerIsKept() {
    String trace = "0af7651916cd43dd8448eb211c80319c";

    assertThat(traceId("traceparent", "00-" + trace + "-b7ad6b7169203331-01")).isEqualTo(trace);
    assertThat(traceId("X-Request-Id", trace)).isEqualTo(trace);
    assertThat(traceId("X-Request-Id", "<script>")).matches("[0-9a-f]{32}");
  }

  /** The driver refuses to read this row, which is nobody's outage. */
  @Test
  void aDefectIsAnsweredWithoutAnyOfItsDetails() {
    RealMySql server = RealMySql.running();
    server.execute("SET GLOBAL sql_mode = ''");
    server.execute(
        "INSERT INTO board.message (id, author, body, created_at)"
            + " VALUES (7777777, 'a', 'b', '0000-00-00')");
    try {
      Expect.problem(given().get("/api/v1/messages/7777777"), 500, "internal-error").hasNoErrors();
    } finally {
      server.execute("DELETE FROM board.message WHERE id = 7777777");
      server.execute("SET GLOBAL sql_mode = DEFAULT");
    }
  }

  private static String target(int length) {
    String path = "/api/v1/about?";
    return path + "x".repeat(length - path.length());
  }

  private static String traceId(String header, String value) {
    return given().header(header, value).get("/nothing").path("traceId");
  }
}
