package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.prometheus.PrometheusRule;
import dev.messageboard.operator.api.prometheus.ServiceMonitor;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Children of kinds that the cluster may not know: nothing without them, and at once with them. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class OptionalApisApiServerTest extends BoardsOnApiServer {

  private static final String ROUTED =
      "{version: 0.1.0, migration: {mode: Disabled}, gateway: {parentRefs: [{name: edge, namespace: gateways}], hostnames: [b.example.org]},"
          + " database: {embedded: {}, check: {mode: Disabled}}}";
  private static final String MONITORED =
      "{version: 0.1.0, migration: {mode: Disabled}, monitoring: {serviceMonitor: true, prometheusRule: true}, database: {embedded: {}, check: {mode: Disabled}}}";

  /** An informer whose kind goes away while it starts holds up all boards for so long. */
  private static final Duration CACHE_SYNC_TIMEOUT = Duration.ofSeconds(30);

  @Override
  Duration patience() {
    return CACHE_SYNC_TIMEOUT.plus(SOON);
  }

  @AfterEach
  void forgetTheKinds() {
    client.resources(MessageBoard.class).inNamespace(namespace).delete();
    OptionalCrds.removeAll(client);
  }

  @Test
  void aBoardWaitsForTheGatewayApiAndGoesOnWhenItComes() {
    create("team", ROUTED);
    awaitChildren("team");
    stage.playAllReady("team");
    awaitCondition(
        "team",
        "OptionalApisServed",
        "False OptionalApiMissing: the cluster does not know HTTPRoute of gateway.networking.k8s.io/v1");
    awaitCondition(
        "team",
        "Ready",
        "False NotCreated: the cluster does not know HTTPRoute of gateway.networking.k8s.io/v1");
    await()
        .atMost(SOON)
        .until(
            () ->
                events("team").stream()
                    .anyMatch(event -> event.startsWith("Warning OptionalApiMissing x1")));

    OptionalCrds.install(client, OptionalCrds.HTTP_ROUTES);
    await().atMost(SOON).until(() -> route("team").get() != null);
    awaitCondition("team", "OptionalApisServed", "True Served");
    awaitCondition("team", "IngressReady", "False Pending: 0 of 1 Gateways");
    playAccepted("team");
    awaitCondition("team", "Ready", "True Serving");
    assertThat(stage.board("team").getStatus().url()).isEqualTo("https://b.example.org");
  }

  @Test
  void aGatewayThatRefusesTheRouteSaysWhyUntilItTakesIt() {
    OptionalCrds.install(client, OptionalCrds.HTTP_ROUTES);
    create("team", ROUTED);
    awaitChildren("team");
    stage.playAllReady("team");
    await().atMost(SOON).until(() -> route("team").get() != null);
    playParent("team", "Accepted", "False", "NotAllowedByListeners");
    awaitCondition("team", "IngressReady", "False NotAllowedByListeners: Gateway edge: ");
    awaitCondition("team", "Ready", "False NotAllowedByListeners");
    playParent("team", "ResolvedRefs", "False", "BackendNotFound");
    awaitCondition("team", "IngressReady", "False BackendNotFound: Gateway edge: ");
    playAccepted("team");
    awaitCondition("team", "IngressReady", "True Accepted");
    awaitCondition("team", "Ready", "True Serving");
  }

  @Test
  void aBoardServesWithoutTheMonitoringThatTheClusterDoesNotKnow() {
    var name = readyBoard(MONITORED);
    awaitCondition(
        name,
        "OptionalApisServed",
        "False OptionalApiMissing: the cluster does not know ServiceMonitor of monitoring.coreos.com/v1,"
            + " PrometheusRule of monitoring.coreos.com/v1");
    OptionalCrds.install(client, OptionalCrds.SERVICE_MONITORS);
    await().atMost(SOON).until(() -> of(ServiceMonitor.class, name).get() != null);
    assertThat(stage.condition(name, "OptionalApisServed"))
        .contains("spec.monitoring.prometheusRule");
    OptionalCrds.install(client, OptionalCrds.PROMETHEUS_RULES);
    await().atMost(SOON).until(() -> of(PrometheusRule.class, name).get() != null);
    awaitCondition(name, "OptionalApisServed", "True Served");
    assertThat(stage.condition(name, "Ready")).startsWith("True");
  }

  @Test
  void aKindThatGoesAwayDisturbsNobodyAndItsChildComesBackWithIt() {
    OptionalCrds.installAll(client);
    create("team", ROUTED);
    await().atMost(SOON).until(() -> route("team").get() != null);
    OptionalCrds.remove(client, OptionalCrds.HTTP_ROUTES);
    awaitCondition("team", "OptionalApisServed", "False OptionalApiMissing");
    assertThat(readyBoard(EMBEDDED)).isNotNull();
    OptionalCrds.install(client, OptionalCrds.HTTP_ROUTES);
    await().atMost(SOON).until(() -> route("team").get() != null);
    awaitCondition("team", "OptionalApisServed", "True Served");
  }

  /** An answer lives for a while; a refusal says that it is out of date. */
  @Test
  void aKindThatWentAwayUnseenIsTriedOnceAndThenAskedForAnew() {
    OptionalCrds.installAll(client);
    awaitCondition(readyBoard(MONITORED), "OptionalApisServed", "True Served");
    OptionalCrds.removeAll(client);
    var name = readyBoard(MONITORED);
    awaitCondition(name, "OptionalApisServed", "False OptionalApiMissing");
    assertThat(writesOfOptionalKinds().stream().filter(write -> write.endsWith(" " + name)))
        .doesNotHaveDuplicates();
  }

  @Test
  void theyAreWrittenOnceAndHealedAndRemovedLikeEveryChild() {
    OptionalCrds.installAll(client);
    var name = "team";
    create(name, ROUTED.replace("version:", "monitoring: {serviceMonitor: true}, version:"));
    awaitChildren(name);
    stage.playAllReady(name);
    await()
        .atMost(SOON)
        .until(() -> of(ServiceMonitor.class, name).get() != null && route(name).get() != null);
    playAccepted(name);
    awaitCondition(name, "Ready", "True Serving");
    assertThat(writesOfOptionalKinds())
        .containsExactlyInAnyOrder("patch httproutes " + name, "patch servicemonitors " + name);

    route(name).edit(live -> withHostname(live, "stolen.example.org"));
    await()
        .atMost(SOON)
        .until(() -> route(name).get().getSpec().getHostnames(), List.of("b.example.org")::equals);
    of(ServiceMonitor.class, name).delete();
    await().atMost(SOON).until(() -> of(ServiceMonitor.class, name).get() != null);
    assertThat(writesOfOptionalKinds()).hasSize(4);

    patch(name, "{\"spec\":{\"gateway\":null,\"monitoring\":null}}");
    await().atMost(SOON).until(() -> route(name).get() == null);
    await().atMost(SOON).until(() -> of(ServiceMonitor.class, name).get() == null);
    awaitCondition(name, "OptionalApisServed", "absent");
    awaitCondition(name, "IngressReady", "absent");
  }

  @Test
  void whoeverDeletesThemAllGetsThemBack() {
    OptionalCrds.installAll(client);
    create(
        "team",
        ROUTED.replace(
            "version:", "monitoring: {serviceMonitor: true, prometheusRule: true}, version:"));
    await().atMost(SOON).until(() -> children("team").size() == 3);
    var before = children("team");
    before.forEach(child -> client.resource(child).delete());
    await().atMost(SOON).until(() -> children("team").size() == 3);
    assertThat(uids(children("team"))).doesNotContainAnyElementsOf(uids(before));
  }

  @Test
  void aRouteOfThatNameThatIsNotOursIsLeftAlone() {
    OptionalCrds.install(client, OptionalCrds.HTTP_ROUTES);
    var theirs =
        client
            .resource(
                new HTTPRouteBuilder()
                    .withNewMetadata()
                    .withName("team")
                    .withNamespace(namespace)
                    .endMetadata()
                    .withNewSpec()
                    .withHostnames("theirs.example.org")
                    .endSpec()
                    .build())
            .create();
    create("team", ROUTED);
    awaitCondition("team", "Stalled", "True NameConflict: HTTPRoute team ");
    assertThat(route("team").get().getMetadata().getResourceVersion())
        .isEqualTo(theirs.getMetadata().getResourceVersion());
  }

  @Test
  void withoutTheRightToSeeThemTheBoardSaysSo() {
    OptionalCrds.install(client, OptionalCrds.HTTP_ROUTES);
    var role = client.rbac().clusterRoles().withName("messageboard-operator");
    var before = role.get();
    role.edit(OptionalApisApiServerTest::withoutRoutes);
    try {
      create("team", ROUTED);
      awaitCondition("team", "OptionalApisServed", "False OptionalApiMissing");
      awaitChildren("team");
    } finally {
      role.edit(live -> live.edit().withRules(before.getRules()).build());
    }
    await().atMost(SOON).until(() -> route("team").get() != null);
  }

  @Test
  void theSamplesAreAppliedWhereTheKindsAreKnown() {
    OptionalCrds.installAll(client);
    var routed = Samples.createBoard(client, namespace, "gateway.yaml");
    var monitored = Samples.createBoard(client, namespace, "monitoring.yaml");
    await().atMost(SOON).until(() -> route(routed).get() != null);
    await().atMost(SOON).until(() -> of(ServiceMonitor.class, monitored).get() != null);
    await().atMost(SOON).until(() -> of(PrometheusRule.class, monitored).get() != null);
  }

  private List<String> writesOfOptionalKinds() {
    return audit.writes(namespace).stream()
        .filter(write -> write.matches("patch (httproutes|servicemonitors|prometheusrules) .*"))
        .toList();
  }

  private List<HasMetadata> children(String name) {
    return OptionalCrds.children(client, namespace, name);
  }

  private static List<String> uids(List<HasMetadata> objects) {
    return objects.stream().map(object -> object.getMetadata().getUid()).toList();
  }

  private Resource<HTTPRoute> route(String name) {
    return of(HTTPRoute.class, name);
  }

  private <R extends HasMetadata> Resource<R> of(Class<R> kind, String name) {
    return client.resources(kind).inNamespace(namespace).withName(name);
  }

  private static HTTPRoute withHostname(HTTPRoute live, String name) {
    return live.edit().editSpec().withHostnames(name).endSpec().build();
  }

  private void playAccepted(String name) {
    playParent(name, "Accepted", "True", "Accepted");
  }

  private void playParent(String name, String type, String status, String reason) {
    route(name)
        .editStatus(
            live ->
                live.edit()
                    .withNewStatus()
                    .addNewParent()
                    .withControllerName("example.org/edge")
                    .withNewParentRef()
                    .withName("edge")
                    .endParentRef()
                    .addToConditions(told(type, status, reason, live.getMetadata().getGeneration()))
                    .endParent()
                    .endStatus()
                    .build());
  }

  private static Condition told(String type, String status, String reason, Long generation) {
    return new ConditionBuilder()
        .withType(type)
        .withStatus(status)
        .withReason(reason)
        .withMessage("")
        .withObservedGeneration(generation)
        .withLastTransitionTime("2026-11-21T09:00:00Z")
        .build();
  }

  private static ClusterRole withoutRoutes(ClusterRole live) {
    return live.edit()
        .withRules(
            live.getRules().stream()
                .filter(rule -> !rule.getResources().contains("httproutes"))
                .toList())
        .build();
  }
}
