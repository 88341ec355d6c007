package dev.messageboard.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.desired.Boards;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code IngressReady} and {@code status.url}. */
class WayInTest {

  private static final String GATEWAY = "gateway: {parentRefs: [{name: edge}]}";

  @Test
  void whoAsksForNoWayInHasNoCondition() {
    assertThat(IngressReadyCondition.of(seen("paused: false", List.of()))).isEmpty();
  }

  @ParameterizedTest(name = "status {0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                             | False AddressPending",
        "{loadBalancer: {}}                             | False AddressPending",
        "{loadBalancer: {ingress: [{ip: 10.0.0.1}]}}    | True AddressAssigned",
        "{loadBalancer: {ingress: [{hostname: lb.aws}]}} | True AddressAssigned",
      })
  void anIngressIsReadyWithItsAddress(String status, String told) {
    assertThat(told("ingress: {host: b.org}", ingress(status))).startsWith(told);
  }

  @Test
  void anIngressThatWaitsNamesItsClass() {
    assertThat(told("ingress: {}", ingress("{}"))).endsWith("its class is nginx");
  }

  @Test
  void anIngressThatNoControllerFeelsMeantByAsksForAClass() {
    var ingress = ingress("{}");
    ingress.getSpec().setIngressClassName(null);

    assertThat(told("ingress: {}", ingress)).endsWith("name one in spec.ingress.className");
  }

  @Test
  void whatIsNotThereYetIsNotReady() {
    assertThat(told("ingress: {}")).startsWith("False NotCreated");
    assertThat(told(GATEWAY)).startsWith("False NotCreated");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "                                                                  | False Pending",
        "{type: Accepted, status: 'True', observedGeneration: 2}           | True Accepted",
        "{type: Accepted, status: 'True', observedGeneration: 1}           | False Pending",
        "{type: Accepted, status: 'False', reason: NotAllowedByListeners, message: no} | False NotAllowedByListeners: Gateway edge: no",
        "{type: ResolvedRefs, status: 'False', reason: BackendNotFound, message: gone} | False BackendNotFound: Gateway edge: gone",
      })
  void aRouteIsReadyWhenEachGatewayTakesIt(String condition, String told) {
    assertThat(told(GATEWAY, route(condition == null ? "" : condition))).startsWith(told);
  }

  @Test
  void aBoardWhoseWayInIsNotReadyIsNotReady() {
    var conditions =
        Conditions.of(
            seen("ingress: {}", List.of()),
            Tiers.of(Seen.serving().now()),
            Optional.empty(),
            Instant.EPOCH);
    assertThat(conditions.ready().isTrue()).isFalse();
  }

  @ParameterizedTest(name = "{0} is at {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "paused: false                                                       |",
        "publicUrl: https://b.org/                                           | https://b.org",
        "publicUrl: https://b.org, ingress: {host: c.org}                    | https://b.org",
        "ingress: {host: b.org}                                              | http://b.org",
        "ingress: {host: b.org, tls: {secretName: s}}                        | https://b.org",
        "ingress: {host: b.org, profile: AWSLoadBalancer, aws: {certificateArn: arn}} | https://b.org",
        "ingress: {}                                                         | http://10.0.0.1",
        "gateway: {parentRefs: [{name: g}], hostnames: ['*.a.org', b.org]}   | https://b.org",
        "gateway: {parentRefs: [{name: g, port: 80}], hostnames: [b.org]}    | http://b.org",
        "gateway: {parentRefs: [{name: g}]}                                  |",
      })
  void theUrlIsWhatTheAuthorSaysOrWhatTheWayInTells(String spec, String url) {
    var ingress = ingress("{loadBalancer: {ingress: [{ip: 10.0.0.1}]}}");
    assertThat(BoardUrl.of(seen(spec, List.of(ingress)))).isEqualTo(Optional.ofNullable(url));
  }

  private static String told(String spec, HasMetadata... objects) {
    var verdict = IngressReadyCondition.of(seen(spec, List.of(objects))).orElseThrow();
    return verdict.status() + " " + verdict.reason() + ": " + verdict.message();
  }

  private static BoardObservation seen(String spec, List<HasMetadata> objects) {
    var board = Boards.of("{version: 1.2.3, database: {embedded: {}}, " + spec + "}");
    return new BoardObservation(
        board, objects, new DatabaseSeen(Optional.empty(), Optional.empty()), Findings.NONE);
  }

  private static Ingress ingress(String status) {
    return Serialization.unmarshal(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: team}
        spec: {ingressClassName: nginx}
        status: %s
        """
            .formatted(status),
        Ingress.class);
  }

  private static HTTPRoute route(String condition) {
    return Serialization.unmarshal(
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: team, generation: 2}
        status: {parents: [{parentRef: {name: edge}, controllerName: c, conditions: [%s]}]}
        """
            .formatted(condition),
        HTTPRoute.class);
  }
}
