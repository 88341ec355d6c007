package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** The packaged operator in each way it can be run, on a real API server. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
class RunModesApiServerIT extends BoardsOnApiServer {

  private static final Map<String, String> QUICK_LEASE =
      Map.of(
          "MESSAGEBOARD_LEASE_DURATION", "5s",
          "MESSAGEBOARD_LEASE_RENEW_DEADLINE", "3s",
          "MESSAGEBOARD_LEASE_RETRY_PERIOD", "1s");

  /** What Java makes of it: 128 and the number of the signal. */
  private static final int SIGTERM = 143;

  private final List<OperatorProcess> running = new ArrayList<>();
  private KubeApiServer server;

  @Override
  @BeforeAll
  void connect() {
    server = KubeApiServer.start();
    Cluster.install(server);
    client = new KubernetesClientBuilder().withConfig(server.admin()).build();
    audit = new Audit(server.audit());
  }

  @AfterAll
  void stopTheServer() {
    server.close();
  }

  @AfterEach
  void endTheOperators() {
    running.forEach(OperatorProcess::close);
    running.clear();
    lease().delete();
  }

  @Test
  void ofTwoOperatorsOneWorksAndTheOtherTakesOverWhenItIsStoppedOrKilled()
      throws InterruptedException {
    var first = start("first", server.operator(), Map.of()).awaitReadiness();
    awaitLeader("first");
    var second = start("second", server.operator(), Map.of()).awaitReadiness();
    create("one", EMBEDDED);
    awaitChildren("one");

    assertThat(first.terminate().awaitExit()).as("ends by itself").isEqualTo(SIGTERM);
    assertThat(leader()).as("the lease is given back").doesNotStartWith("first");
    awaitLeader("second");
    create("two", EMBEDDED);
    awaitChildren("two");

    start("third", server.operator(), Map.of()).awaitReadiness();
    second.kill();
    create("three", EMBEDDED);
    awaitLeader("third");
    awaitChildren("three");
  }

  @Test
  void aLeaderThatCannotRenewItsLeaseEnds() throws InterruptedException {
    var leader = start("cut-off", server.operator(), Map.of()).awaitReadiness();
    awaitLeader("cut-off");
    var right =
        client
            .rbac()
            .roles()
            .inNamespace("messageboard-system")
            .withName("messageboard-operator-leader");
    var whole = right.get();
    try {
      right.edit(live -> live.edit().withRules().build());
      assertThat(leader.awaitExit()).isEqualTo(1);
    } finally {
      right.edit(live -> live.edit().withRules(whole.getRules()).build());
    }
  }

  /** Its lease outlives the API server's absence here: another test looks at what happens else. */
  @Test
  void neitherARightThatIsTakenAwayNorAnApiServerThatRestartsEndsIt() throws Exception {
    var patient =
        Map.of("MESSAGEBOARD_LEASE_DURATION", "90s", "MESSAGEBOARD_LEASE_RENEW_DEADLINE", "60s");
    var operator = start("patient", server.operator(), patient).awaitReadiness();
    awaitLeader("patient");
    assertThat(operator.health("live")).isEqualTo(200);
    var role = client.rbac().clusterRoles().withName("messageboard-operator");
    var whole = role.get().getRules();
    try {
      role.edit(live -> live.edit().withRules(withoutPods(whole)).build());
      server.restart();
      await()
          .atMost(SOON)
          .until(
              () ->
                  audit.refusalsOf("messageboard-system").stream()
                      .anyMatch(refused -> refused.matches("(list|watch) pods ")));
      assertThat(operator.health("live")).isEqualTo(200);
    } finally {
      role.edit(live -> live.edit().withRules(whole).build());
    }
    create("team", EMBEDDED);
    awaitChildren("team");
    assertThat(operator.health("live")).isEqualTo(200);
    operator.terminate().awaitExit();
  }

  private static List<PolicyRule> withoutPods(List<PolicyRule> rules) {
    return rules.stream().filter(rule -> !rule.getResources().contains("pods")).toList();
  }

  @Test
  void onlyTheListedNamespacesAndTheSelectedBoardsAreKeptWithNoRightInOthers() {
    var listed = namespace;
    var other = Cluster.newNamespace(client, listed + "-other");
    Cluster.installListed(client, "listed-system", "default", listed);
    start(
            "narrow",
            server.operatorOfListedNamespaces(),
            Map.of(
                "MESSAGEBOARD_NAMESPACES", "default," + listed, "MESSAGEBOARD_SELECTOR", "shard=a"))
        .awaitReadiness();
    create(other, "elsewhere", Map.of("shard", "a"));
    create(listed, "of-b", Map.of("shard", "b"));
    create(listed, "of-a", Map.of("shard", "a"));
    awaitChildren("of-a");
    stage.playAllReady("of-a");
    awaitCondition("of-a", "Ready", "True");
    assertThat(audit.refusalsOf("listed-system")).isEmpty();
    assertThat(stage.board("of-b").getStatus()).isNull();
    enter(other);
    assertThat(stage.board("elsewhere").getStatus()).isNull();
  }

  @Test
  void anOperatorOfOneNamespaceNeedsNoRightOfTheClusterAndEachOfItsRole() throws Exception {
    enter(Cluster.newNamespace(client, "boards"));
    var environment = Cluster.installNamespaced(client);
    environment.put("MESSAGEBOARD_API_INTERVAL", "1s");
    var own = start("own", server.namespacedOperator(), environment).awaitReadiness();
    create("team", EMBEDDED);
    awaitChildren("team");
    stage.playAllReady("team");
    awaitCondition("team", "Ready", "True");
    assertThat(client.leases().inNamespace("boards").withName("messageboard-operator").get())
        .isNotNull();
    assertThat(audit.refusalsOf("boards")).isEmpty();

    create(
        "per-node",
        EMBEDDED.replace("version:", "frontend: {replicas: 3, replicasPerNode: 1}, version:"));
    awaitChildren("per-node");
    awaitCondition("per-node", "NodesCounted", "False NodesNotReadable");
    assertThat(stage.deployment("per-node-frontend").getSpec().getReplicas()).isEqualTo(3);
    assertThat(audit.refusalsOf("boards")).containsOnly("list nodes ");

    new EveryRight(this, "boards").use();
    own.terminate().awaitExit();
    assertThat(audit.used("boards")).isEqualTo(Grants.ofOneNamespace(client, "boards"));
    assertThat(audit.refusalsOf("boards")).containsOnly("list nodes ");
  }

  private void create(String where, String name, Map<String, String> labels) {
    var board = Cluster.board(where, name, EMBEDDED);
    board.getMetadata().setLabels(labels);
    client.resource(board).create();
  }

  private OperatorProcess start(String name, Config identity, Map<String, String> environment) {
    var whole = new HashMap<>(QUICK_LEASE);
    whole.putAll(environment);
    var started = OperatorProcess.start(name, identity, whole);
    running.add(started);
    return started;
  }

  private void awaitLeader(String name) {
    await().atMost(SOON).untilAsserted(() -> assertThat(leader()).startsWith(name));
  }

  private String leader() {
    var lease = lease().get();
    return lease == null ? "" : String.valueOf(lease.getSpec().getHolderIdentity());
  }

  private Resource<Lease> lease() {
    return client.leases().inNamespace("messageboard-system").withName("messageboard-operator");
  }
}
