package dev.messageboard.api.pod;

import static dev.messageboard.api.mysql.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What those who run the service see of it: refused starts, the log, the metrics. */
@NeedsMySql
class StartIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern IDLE_CONNECTIONS =
      Pattern.compile("agroal_available_count\\{datasource=\"default\".*} (\\S+)");

  private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (\\S+) ");
  private static final Pattern DOCUMENTED = Pattern.compile("`([a-z_]+\\*?)(?:\\{[a-z]+})?`");

  @Test
  void everyWrongSettingIsNamedWithWhatIsAllowed() {
    Map<String, String> wrong =
        Map.of(
            "MESSAGEBOARD_POSTING", "sometimes",
            "MESSAGEBOARD_POSTS_PER_MINUTE", "many",
            "MESSAGEBOARD_TRUSTED_PROXIES", "proxy.example");
    try (Replicas board = new Replicas("wrong", wrong)) {
      Pod pod = board.launch();

      assertThat(pod.exitCode()).isNotZero();
      assertThat(pod.log())
          .contains(
              "messageboard.posting is 'sometimes' but must be one of open, moderated, closed")
          .contains("messageboard.posts-per-minute is 'many' but must be a whole number from 1")
          .contains("messageboard.trusted-proxies is 'proxy.example' but must be networks")
          .doesNotContain("\tat ");
    }
  }

  /** The table is gone, which only a defect explains: the log has to lead from the answer to it. */
  @Test
  void everyLineOfTheLogIsJsonAndNamesItsRequest() throws IOException {
    try (Replicas board = new Replicas("logged", Map.of())) {
      Pod pod = board.start();
      RealMySql.get().execute("ALTER TABLE logged.held_word RENAME COLUMN word TO term");
      HttpResponse<String> answer = new Caller().post(pod, "hello", Map.of());
      assertThat(answer.statusCode()).isEqualTo(503);
      String traceId = JSON.readTree(answer.body()).get("traceId").asText();

      await().until(() -> pod.log().contains(traceId));

      List<String> lines = pod.log().lines().toList();
      for (String line : lines) {
        JsonNode entry = JSON.readTree(line);
        assertThat(entry.has("message") && entry.has("level")).as(line).isTrue();
      }
      assertThat(lines).anyMatch(line -> line.contains("\"traceId\":\"" + traceId + "\""));
    }
  }

  /** Or the first visitors of each new pod pay, and may be told that the database is away. */
  @Test
  void aStartedPodHasFourConnectionsInItsPoolBeforeTheFirstRequest() {
    assertThat(idleConnections(Map.of())).isEqualTo("4.0");
  }

  @Test
  void aStartedPodHasNoMoreConnectionsThanItsPoolMayHave() {
    assertThat(idleConnections(Map.of("MESSAGEBOARD_POOL_SIZE", "2"))).isEqualTo("2.0");
  }

  private static String idleConnections(Map<String, String> settings) {
    try (Replicas board = new Replicas("warm", settings)) {
      Pod pod = board.start();

      await().until(() -> pod.managed("/q/health/started").statusCode() == 200);

      Matcher count = IDLE_CONNECTIONS.matcher(pod.managed("/q/metrics").body());
      assertThat(count.find()).isTrue();
      return count.group(1);
    }
  }

  /** Each that the README names is there, and whatever is there it names. */
  @Test
  void theMetricsAreThoseOfTheReadme() throws IOException {
    try (Replicas board = new Replicas("measured", Map.of())) {
      Pod pod = board.start();
      new Caller().post(pod, "hello", Map.of());
      RealMySql.get().execute("RENAME TABLE measured.message TO measured.gone");
      assertThat(new Caller().get(pod, "/messages").statusCode()).isEqualTo(503);

      String offered = pod.managed("/q/metrics").body();

      Set<String> names = matches(FAMILY, offered);
      Set<String> documented = matches(DOCUMENTED, metricsOfTheReadme());
      assertThat(names)
          .allSatisfy(name -> assertThat(documented).anyMatch(entry -> covers(entry, name)));
      assertThat(documented)
          .allSatisfy(entry -> assertThat(names).anyMatch(name -> covers(entry, name)));
      assertThat(offered)
          .contains("messageboard_posts_total{outcome=\"created\"} 1.0")
          .contains("messageboard_problems_total{type=\"database-unavailable\"} 1.0")
          .contains("messageboard_database_failures_total{reason=")
          .contains("messageboard_post_queue 0.0")
          .contains("messageboard_streams 0.0");
    }
  }

  private static boolean covers(String entry, String name) {
    return entry.endsWith("*")
        ? name.startsWith(entry.substring(0, entry.length() - 1))
        : entry.equals(name) || entry.equals(name + "_total");
  }

  private static String metricsOfTheReadme() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf("**Metrics** at");
    return readme.substring(start, readme.indexOf("Logs are", start));
  }

  private static Set<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }
}
