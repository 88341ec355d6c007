package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Why the pods of a board do not come up stands in its status, in the words of Kubernetes. */
class PodFailureE2E {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private static KubernetesClient client;
  private static TestNamespace namespace;
  private static TestNamespace full;
  private static TestNamespace narrow;

  @BeforeAll
  static void applyThemAllAtOnce() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    var image = "ghcr.io/example/messageboard-mysql:" + Manifests.VERSION;
    apply(namespace, page("crashing", "image: " + image));
    apply(namespace, page("huge", "resources: {requests: {cpu: \"1000\"}}"));
    full = TestNamespace.create(client);
    Kubectl.apply(full.name(), quota(0));
    apply(full, page("refused", ""));
    narrow = TestNamespace.create(client);
    Kubectl.apply(narrow.name(), LARGEST_CONTAINER);
    apply(narrow, page("refused", ""));
  }

  @AfterAll
  static void removeTheNamespaces() {
    namespace.close();
    full.close();
    narrow.close();
    client.close();
  }

  @Test
  void aContainerThatKeepsStoppingIsToldWithItsExitCode() {
    var trouble = awaitTrouble(namespace.board("crashing"), "CrashLoopBackOff");
    assertThat(trouble.message()).contains("crashing-frontend-", "last with exit code");
  }

  @Test
  void aPodThatFitsOnNoNodeIsToldWithWhatTheNodesLack() {
    var trouble = awaitTrouble(namespace.board("huge"), "Unschedulable");
    assertThat(trouble.message()).contains("huge-frontend-", "Insufficient cpu");
  }

  @Test
  void anExceededQuotaIsToldAndTheBoardRecoversByItselfWhenItIsRaised() {
    var board = full.board("refused");
    assertThat(awaitTrouble(board, "FailedCreate").message()).contains("exceeded quota: pods");

    Kubectl.apply(full.name(), quota(10));

    board.await("FrontendAvailable", LiveBoard.Condition::isTrue, LIMIT);
  }

  @Test
  void aPodThatAdmissionRefusesIsToldInTheWordsOfTheRefusal() {
    assertThat(awaitTrouble(narrow.board("refused"), "FailedCreate").message())
        .contains("is forbidden", "maximum memory usage per Container is 1Mi");
  }

  private static LiveBoard.Condition awaitTrouble(LiveBoard board, String reason) {
    var trouble = board.await("FrontendAvailable", c -> reason.equals(c.reason()), LIMIT);
    assertThat(trouble.isTrue()).isFalse();
    assertThat(board.condition("Ready").isTrue()).isFalse();
    return trouble;
  }

  private static void apply(TestNamespace where, String manifest) {
    Kubectl.apply(where.name(), manifest);
  }

  /** A board without API pods: its page needs no database. */
  private static String page(String name, String setting) {
    return """
    apiVersion: v1
    kind: Secret
    metadata: {name: unused}
    stringData: {username: nobody, password: nothing}
    ---
    apiVersion: messageboard.dev/v1alpha1
    kind: MessageBoard
    metadata: {name: %s}
    spec:
      version: "%s"
      frontend: {replicas: 1%s}
      api: {replicas: 0}
      database:
        external: {host: unused.invalid, secretRef: {name: unused}}
    """
        .formatted(name, Manifests.VERSION, setting.isEmpty() ? "" : ", " + setting);
  }

  private static String quota(int pods) {
    return """
    apiVersion: v1
    kind: ResourceQuota
    metadata: {name: pods}
    spec: {hard: {pods: "%d"}}
    """
        .formatted(pods);
  }

  private static final String LARGEST_CONTAINER =
      """
      apiVersion: v1
      kind: LimitRange
      metadata: {name: small}
      spec: {limits: [{type: Container, max: {memory: 1Mi}}]}
      """;
}
