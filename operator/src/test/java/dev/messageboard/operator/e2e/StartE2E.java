package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How our Java images start: with the classes that were cached when they were built. */
class StartE2E {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Pattern STARTED =
      Pattern.compile("messageboard-(?:api|operator) (\\S+) on JVM .*?started in ([0-9.]+)s");

  private static final String OPERATOR = "deployment/messageboard-operator";

  private static KubernetesClient client;
  private static TestNamespace namespace;
  private static LiveBoard board;

  /** A JVM that cannot use its cache must not start here; one too old to have any may. */
  @BeforeAll
  static void startABoardWhosePodsMustUseTheirCache() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    board = namespace.board("cached");
    Kubectl.apply(namespace.name(), Manifests.database());
    Kubectl.apply(
        namespace.name(),
        Manifests.boardOnThatDatabase(
            "cached",
            "frontend: {replicas: 0}",
            "api: {replicas: 1, env: [{name: JAVA_TOOL_OPTIONS,"
                + " value: '-XX:+IgnoreUnrecognizedVMOptions -XX:AOTMode=on'}]}"));
    board.await("ApiAvailable", LiveBoard.Condition::isTrue, LIMIT);
  }

  @AfterAll
  static void removeTheNamespace() {
    namespace.close();
    client.close();
  }

  @Test
  void theApiRunsTheVersionOfItsImageAndStartsWithinASecond() {
    var log = Kubectl.run(namespace.name(), "logs", "deployment/cached-api");

    var start = startIn(log);
    assertThat(start.group(1)).isEqualTo("0.1.0");
    figure("start of the API in its pod", start).report();
  }

  @Test
  void theOperatorRunsTheVersionOfItsImageAndStartsWithinASecond() {
    inOperatorsNamespace("rollout", "restart", OPERATOR);
    inOperatorsNamespace("rollout", "status", OPERATOR, "--timeout=180s");

    var start = startIn(inOperatorsNamespace("logs", OPERATOR));
    assertThat(start.group(1)).isEqualTo("0.1.0");
    figure("start of the operator in its pod", start).report();
  }

  private static String inOperatorsNamespace(String... arguments) {
    return Kubectl.run("messageboard-system", arguments);
  }

  private static MatchResult startIn(String log) {
    var matcher = STARTED.matcher(log);
    assertThat(matcher.find()).as(log).isTrue();
    return matcher.toMatchResult();
  }

  private static Figure figure(String name, MatchResult start) {
    var measured = Duration.ofMillis(Math.round(Double.parseDouble(start.group(2)) * 1000));
    return new Figure(name, measured, Duration.ofSeconds(1));
  }
}
