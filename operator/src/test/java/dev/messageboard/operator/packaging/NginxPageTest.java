package dev.messageboard.operator.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a real nginx serves the files of the page, with what the operator renders. */
class NginxPageTest {

  @TempDir static Path tmp;

  private static RealNginx nginx;

  @BeforeAll
  static void start() throws Exception {
    nginx = RealNginx.ofABoard(tmp);
    var assets = Files.createDirectory(tmp.resolve("assets"));
    Files.writeString(assets.resolve("index-12345678.js"), "plain");
    Files.writeString(assets.resolve("index-12345678.js.gz"), "compressed before");
  }

  @AfterAll
  static void stop() {
    if (nginx != null) {
      nginx.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/moderation", "/assets/index-12345678.js"})
  void itsPolicyAllowsTheBoardItselfAndTrustedTypesOnly(String path) throws Exception {
    assertThat(answer(path, ""))
        .startsWith("HTTP/1.1 200 ")
        .contains("Content-Security-Policy: default-src 'none'; script-src 'self'; ")
        .contains("require-trusted-types-for 'script'; trusted-types dompurify")
        .contains("frame-ancestors 'none'")
        .contains("X-Content-Type-Options: nosniff")
        .contains("Referrer-Policy: same-origin");
  }

  @Test
  void thePageIsAskedForAgainAndItsAssetsNever() throws Exception {
    assertThat(answer("/", "")).contains("Cache-Control: no-cache\r\n");
    assertThat(answer("/assets/index-12345678.js", ""))
        .contains("Cache-Control: public, max-age=31536000, immutable\r\n");
    assertThat(answer("/assets/gone-12345678.js", ""))
        .startsWith("HTTP/1.1 404 ")
        .doesNotContain("immutable");
  }

  @Test
  void whatWasCompressedBeforeIsServedAsItIs() throws Exception {
    assertThat(answer("/assets/index-12345678.js", "Accept-Encoding: gzip\r\n"))
        .contains("Content-Encoding: gzip\r\n", "Vary: Accept-Encoding\r\n")
        .endsWith("compressed before");
    assertThat(answer("/assets/index-12345678.js", ""))
        .contains("Vary: Accept-Encoding\r\n")
        .endsWith("plain");
  }

  @Test
  void itSaysThatItIsWell() throws Exception {
    assertThat(answer("/healthz", "")).startsWith("HTTP/1.1 200 ").endsWith("ok\n");
  }

  @Test
  void everyLineOfItsLogIsJsonWhateverIsAskedFor() throws Exception {
    answer("/?q=%22\"\\", "");
    var log = tmp.resolve("access.log");
    await("log").until(() -> Files.readString(log).contains("?q="));
    var json = new ObjectMapper();
    for (var line : Files.readAllLines(log)) {
      assertThat(json.readTree(line).path("requestId").asText()).hasSize(32);
    }
  }

  private static String answer(String path, String headers) throws Exception {
    var request = "GET %s HTTP/1.1\r\nHost: board\r\n%sConnection: close\r\n\r\n";
    return nginx.answerTo(request.formatted(path, headers));
  }
}
