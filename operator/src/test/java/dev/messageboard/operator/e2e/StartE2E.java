package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** How our Java images start: with the classes that were cached when they were built. */
@Isolated("it measures, and restarts the operator")
class StartE2E {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String OPERATOR = "deployment/messageboard-operator";
  private static final String TELL = "-Xlog:aot";
  private static final String USED = "Opened AOT cache /app/start/";
  private static final Pattern STARTED =
      Pattern.compile("messageboard-(?:api|operator) (\\S+) on JVM .*?started in ([0-9.]+)s");

  private static KubernetesClient client;
  private static TestNamespace namespace;

  @BeforeAll
  static void startABoardThatTellsOfItsCache() {
    Entrance.assume(
        System.getenv("MESSAGEBOARD_AOT") != null,
        "the start of the images with cached classes: MESSAGEBOARD_AOT does not say that their JVM is 24 or newer");
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    Kubectl.apply(namespace.name(), Manifests.database());
    Kubectl.apply(
        namespace.name(),
        Manifests.boardOnThatDatabase(
            "cached",
            "frontend: {replicas: 0}",
            "api: {replicas: 1, env: [{name: JAVA_TOOL_OPTIONS, value: '%s'}]}".formatted(TELL)));
    namespace.board("cached").await("ApiAvailable", LiveBoard.Condition::isTrue, LIMIT);
  }

  @AfterAll
  static void removeTheNamespace() {
    if (client != null) {
      namespace.close();
      client.close();
    }
  }

  @Test
  void theApiUsesItsCacheRunsTheVersionOfItsImageAndStartsWithinASecond() {
    assertThatItStarts("API", Kubectl.run(namespace.name(), "logs", "deployment/cached-api"));
  }

  @Test
  void theOperatorUsesItsCacheRunsTheVersionOfItsImageAndStartsWithinASecond() {
    try {
      restartOperator("JAVA_TOOL_OPTIONS=" + TELL);
      assertThatItStarts("operator", inOperatorsNamespace("logs", OPERATOR));
    } finally {
      restartOperator("JAVA_TOOL_OPTIONS-");
    }
  }

  /** The old pod is gone by the end, so that nobody reads its log. */
  private static void restartOperator(String environment) {
    inOperatorsNamespace("set", "env", OPERATOR, environment);
    inOperatorsNamespace("rollout", "status", OPERATOR, "--timeout=180s");
    await()
        .atMost(LIMIT)
        .until(() -> inOperatorsNamespace("get", "pods", "--output=name").lines().count() == 1);
  }

  private static String inOperatorsNamespace(String... arguments) {
    return Kubectl.run("messageboard-system", arguments);
  }

  private static void assertThatItStarts(String what, String log) {
    var start = startIn(log);
    assertThat(log).contains(USED);
    assertThat(start.group(1)).isEqualTo(Manifests.VERSION);
    figure("start of the %s in its pod".formatted(what), start).report();
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
