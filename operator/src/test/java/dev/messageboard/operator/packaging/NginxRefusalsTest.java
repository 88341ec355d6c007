package dev.messageboard.operator.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real nginx says to requests that it refuses by itself, with what the operator renders. */
class NginxRefusalsTest {

  private static final String POST = "POST /api/v1/messages HTTP/1.1\nHost: board\n";
  private static final String IMPORT = "POST /api/v1/import HTTP/1.1\nHost: board\n";

  @TempDir static Path tmp;

  private static RealNginx nginx;

  @BeforeAll
  static void start() throws Exception {
    nginx = RealNginx.ofABoard(tmp);
  }

  @AfterAll
  static void stop() {
    if (nginx != null) {
      nginx.stop();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense                                            | 400 | bad-request
          GET /api/v1/messages HTTP/1.1                       | 400 | bad-request
          GET /api/v1/%zz HTTP/1.1\\nHost: board              | 400 | bad-request
          GET /api/v1/about HTTP/1.1\\nHost: board\\nNo colon | 400 | bad-request
          GET /api/v1/about HTTP/3.1\\nHost: board            | 400 | bad-request
          TRACE /api/v1/messages HTTP/1.1\\nHost: board       | 405 | method-not-allowed
          CONNECT board:80 HTTP/1.1\\nHost: board             | 405 | method-not-allowed
          POST / HTTP/1.1\\nHost: board                       | 405 | method-not-allowed
          GET /api/v1/messages/1 HTTP/1.1\\nHost: board       | 503 | api-unavailable
          GET /api/v1/messages HTTP/1.1\\nHost: board         | 503 | api-unavailable
          GET /api/v1/about HTTP/1.1\\nHost: board            | 503 | api-unavailable
          GET /api/v1/stream HTTP/1.1\\nHost: board           | 503 | api-unavailable
          GET /api/v1/export.ndjson HTTP/1.1\\nHost: board    | 503 | api-unavailable
          """)
  void itRefusesInTheFormOfTheApi(String head, int status, String type) throws Exception {
    expect(head.replace("\\n", "\n") + "\n", status, type);
  }

  @Test
  void aBodyMayBeAsLargeAsItsPathTakes() throws Exception {
    assertThat(expect(POST + "Content-Length: 65537\n", 413, "body-too-large"))
        .contains("at most 65536 bytes");
    assertThat(expect(IMPORT + "Content-Length: 52428801\n", 413, "body-too-large"))
        .contains("at most 52428800 bytes");
  }

  @Test
  void aBodyThatCannotBeReadIsABadRequest() throws Exception {
    expect(POST + "Transfer-Encoding: chunked\n\nno number\n", 400, "bad-request");
    expect(POST + "Transfer-Encoding: gzip\n", 400, "bad-request");
  }

  @Test
  void aRequestLineMayHave8192Bytes() throws Exception {
    var query = "?before=" + "x".repeat(8192);
    expect("GET /api/v1/messages" + query + " HTTP/1.1\nHost: board\n", 414, "uri-too-long");
  }

  @Test
  void aHeaderMayHave8192BytesAndAllOfThemFourTimesThat() throws Exception {
    expect(POST + "X-Long: " + "x".repeat(8192) + "\n", 431, "headers-too-large");
    expect(POST + ("X-Long: " + "x".repeat(4096) + "\n").repeat(9), 431, "headers-too-large");
  }

  @Test
  void aRefusalIsNoPathOfItsOwn() throws Exception {
    assertThat(nginx.answerTo(ended("GET /.refused/bad-request HTTP/1.1\nHost: board\n")))
        .startsWith("HTTP/1.1 404 ");
  }

  private static String expect(String head, int status, String type) throws Exception {
    var answer = nginx.answerTo(ended(head));
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("Content-Type: application/problem+json")
        .contains("\"type\":\"https://messageboard.dev/problems/" + type + "\"")
        .contains("\"status\":" + status + ",")
        .containsPattern("\"traceId\":\"[0-9a-f]{32}\"");
    return answer;
  }

  private static String ended(String head) {
    var isWhole = head.contains("\n\n");
    return (isWhole ? head : head + "Connection: close\n\n").replace("\n", "\r\n");
  }
}
