package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.messageboard.operator.packaging.KubernetesTypes;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
class CrdApiServerTest {

  private static final String EXTERNAL = "{external: {secretRef: {name: db}}}";
  private static final String TIER =
      "{imagePullPolicy=IfNotPresent, podDisruptionBudget={maxUnavailable=1}, replicas=2,"
          + " resources=%s, service={port=80, type=ClusterIP}, terminationGracePeriodSeconds=30}";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static KubeApiServer server;
  private static KubernetesClient client;

  @BeforeAll
  static void startAnApiServer() {
    server = KubeApiServer.start();
    Cluster.install(server);
    client = new KubernetesClientBuilder().withConfig(server.admin()).build();
  }

  @AfterAll
  static void stopIt() {
    client.close();
    server.close();
  }

  @Test
  void theTypesThatABoardTakesOverAreThoseOfKubernetes() throws IOException {
    var served = KubernetesTypes.distilled(client::raw);
    if (Boolean.getBoolean("crd.update")) {
      Files.writeString(KubernetesTypes.FILE, served);
    }
    assertThat(KubernetesTypes.committed())
        .as("run this test and then CrdDriftTest with -Dcrd.update=true and commit both files")
        .isEqualTo(served);
  }

  @ParameterizedTest
  @MethodSource("dev.messageboard.operator.apiserver.CrdRefusals#ofSpecs")
  void aSpecThatBreaksARuleIsRefusedWithTheFieldOrWhatToChange(String spec, String message) {
    assertThatThrownBy(() -> create("bad-" + COUNT.incrementAndGet(), spec))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          publicUrl: "http://board:8080/", restartTrigger: now
          board: {posting: moderated, adminSecretRef: {name: a}, editWindow: 0s}
          api: {replicasPerNode: 2}, frontend: {autoscaling: {maxReplicas: 2}}
          api: {podDisruptionBudget: {minAvailable: 50%}}
          frontend: {podDisruptionBudget: {maxUnavailable: 0}}
          api: {service: {type: NodePort, nodePort: 30099, annotations: {service.beta.kubernetes.io/a: '{"b"}', external-dns.alpha.kubernetes.io/ttl: "60"}}}
          api: {podLabels: {app: x}, podAnnotations: {example.org/app: x}, env: [{name: A}, {name: MY_MESSAGEBOARD_X}]}
          ingress: {host: a.org, additionalHosts: ["*.a.org"], tls: {certManagerIssuer: {name: b}}}
          ingress: {annotations: {alb.ingress.kubernetes.io/actions.x: '{"a": `b`}', nginx.ingress.kubernetes.io/limit-rps: "5", cert-manager.io/x: y}}
          ingress: {profile: AWSLoadBalancer, aws: {targetType: instance}}, frontend: {service: {type: NodePort}}
          gateway: {parentRefs: [{name: a, namespace: b}], hostnames: ["*.a.org"]}
          networkPolicy: {databaseCidrs: [10.0.0.0/8, "fd00::/8", 0.0.0.0/0]}
          """)
  void whatKeepsTheRulesIsAccepted(String fields) {
    assertThat(create("good-" + COUNT.incrementAndGet(), withFields(fields))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1board", "board.x", "a23456789012345678901234567890123456789bc"})
  void aNameThatDoesNotFitItsPartsIsRefused(String name) {
    assertThatThrownBy(() -> create(name, spec("{embedded: {}}")))
        .hasMessageContaining("metadata.name must be at most 40");
  }

  @Test
  void theLongestNameIsAccepted() {
    create("a234567890123456789012345678901234567890", spec("{embedded: {}}"));
  }

  @ParameterizedTest
  @MethodSource("dev.messageboard.operator.apiserver.CrdRefusals#ofSwitches")
  void whatHoldsTheMessagesCannotBeChangedUnderThem(String before, String after, String message) {
    assertThatThrownBy(() -> change(before, after)).hasMessageContaining(message);
  }

  private static void change(String before, String after) {
    var board = create("kept-" + COUNT.incrementAndGet(), spec(before));
    board.setAdditionalProperty("spec", create("new-" + COUNT.get(), spec(after)).get("spec"));
    client.resource(board).update();
  }

  @Test
  void everyRuleIsBrokenByARowWhereverItStands() {
    var broken = new ArrayList<CrdRule>(brokenBy(() -> create("1board", spec("{embedded: {}}"))));
    CrdRefusals.ofSpecs()
        .forEach(
            row ->
                broken.addAll(
                    brokenBy(
                        () -> create("rule-" + COUNT.incrementAndGet(), (String) row.get()[0]))));
    CrdRefusals.ofSwitches()
        .forEach(
            row ->
                broken.addAll(
                    brokenBy(() -> change((String) row.get()[0], (String) row.get()[1]))));
    assertThat(CrdRule.all()).hasSizeGreaterThan(30);
    assertThat(CrdRule.all()).filteredOn(rule -> broken.stream().noneMatch(rule::isIn)).isEmpty();
  }

  private static List<CrdRule> brokenBy(Runnable attempt) {
    var refusal = catchThrowableOfType(KubernetesClientException.class, attempt::run);
    assertThat(refusal).isNotNull();
    return refusal.getStatus().getDetails().getCauses().stream()
        .map(cause -> new CrdRule(cause.getField(), cause.getMessage()))
        .toList();
  }

  @Test
  void anotherReclaimPolicyAndAnotherHostAreNoSwitch() {
    var embedded = create("policy", spec("{embedded: {}}"));
    embedded.setAdditionalProperty(
        "spec", create("policy-2", spec("{embedded: {reclaimPolicy: Delete}}")).get("spec"));
    client.resource(embedded).update();
    var provisioned = create("policy-3", spec("{provisioned: {server: a}}"));
    provisioned.setAdditionalProperty(
        "spec",
        create("policy-4", spec("{provisioned: {server: a, reclaimPolicy: Delete}}")).get("spec"));
    client.resource(provisioned).update();
    var external = create("host", spec(EXTERNAL));
    external.setAdditionalProperty(
        "spec", create("host-2", spec("{external: {host: db, secretRef: {name: b}}}")).get("spec"));
    client.resource(external).update();
    var strict = "{provisioned: {server: a}, tls: {mode: VerifyIdentity}}";
    assertThat(create("checked-by-the-server", spec(strict))).isNotNull();
  }

  @Test
  void theSmallestBoardGetsItsDefaultsFromTheCrd() {
    var spec = create("smallest", spec("{embedded: {}}")).<Map<String, Object>>get("spec");
    assertThat(spec.get("board"))
        .hasToString(
            "{deletePolicy=author, description=, editWindow=15m, markup=plain,"
                + " maxMessageLength=4000, posting=open, postsPerHour=60, postsPerMinute=10,"
                + " retentionDays=0, showServedBy=false, theme={accent=#0b5fff}, title=Message"
                + " board}");
    assertThat(spec.get("database"))
        .hasToString(
            "{auth=Password, check={interval=60s, mode=Operator, timeout=5s},"
                + " embedded={reclaimPolicy=Retain, storage=1Gi}, maxConnections=0,"
                + " pool={acquireTimeout=2s, maxSize=8}, tls={mode=Required}}");
    assertThat(spec.get("frontend"))
        .hasToString(TIER.formatted("{limits={memory=128Mi}, requests={cpu=20m, memory=32Mi}}"));
    assertThat(spec.get("api"))
        .hasToString(TIER.formatted("{limits={memory=512Mi}, requests={cpu=100m, memory=256Mi}}"));
    assertThat(spec.get("networkPolicy")).hasToString("{enabled=true}");
    assertThat(spec.get("monitoring")).hasToString("{prometheusRule=false, serviceMonitor=false}");
    assertThat(spec)
        .containsEntry("driftPolicy", "Heal")
        .containsEntry("paused", false)
        .containsEntry("deletionProtection", false)
        .doesNotContainKeys("publicUrl", "ingress", "gateway", "restartTrigger");
  }

  @Test
  void theScaleSubresourceSetsTheReplicasOfTheApi() {
    create("scaled", spec("{embedded: {}}"));
    var boards = client.genericKubernetesResources("messageboard.dev/v1alpha1", "MessageBoard");
    boards.inNamespace("default").withName("scaled").scale(5);
    assertThat(
            boards
                .inNamespace("default")
                .withName("scaled")
                .get()
                .<Integer>get("spec", "api", "replicas"))
        .isEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsAccepted(String sample) {
    if (client.namespaces().withName("boards").get() == null) {
      Cluster.newNamespace(client, "boards");
    }
    assertThat(Cluster.apply(client, sample)).isNotEmpty();
  }

  static List<String> samples() {
    return Samples.names().stream().map(name -> "deploy/samples/" + name).toList();
  }

  static String withFields(String fields) {
    return "{version: \"1\", database: {embedded: {}}, " + fields + "}";
  }

  private static String spec(String database) {
    return "{version: \"1\", database: " + database + "}";
  }

  private static GenericKubernetesResource create(String name, String spec) {
    return Cluster.createBoard(client, "default", name, spec);
  }
}
