package dev.messageboard.operator.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerIngress;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The ways into the cluster that its Ingress controller and its Gateway offer. */
final class Entrance {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final ResourceDefinitionContext GATEWAYS =
      new ResourceDefinitionContext.Builder()
          .withGroup("gateway.networking.k8s.io")
          .withVersion("v1")
          .withKind("Gateway")
          .withPlural("gateways")
          .withNamespaced(true)
          .build();

  private Entrance() {}

  static void assumeIngressController(KubernetesClient client) {
    assume(
        !client.network().v1().ingressClasses().list().getItems().isEmpty(),
        "the cluster has no IngressClass");
  }

  /** The first Gateway of the cluster that has an address. */
  static GenericKubernetesResource assumeGateway(KubernetesClient client) {
    var served = client.supports("gateway.networking.k8s.io/v1", "Gateway");
    var gateways =
        served
            ? client.genericKubernetesResources(GATEWAYS).inAnyNamespace().list().getItems()
            : List.<GenericKubernetesResource>of();
    var found = gateways.stream().filter(gateway -> address(gateway) != null).findFirst();
    assume(found.isPresent(), "the cluster has no Gateway with an address");
    return found.orElseThrow();
  }

  /** Says on a line that {@code make test} shows what is missing, and skips the test. */
  static void assume(boolean there, String otherwise) {
    if (!there) {
      System.out.println("not run: " + otherwise);
    }
    assumeTrue(there, otherwise);
  }

  static FrontDoor through(GenericKubernetesResource gateway, String host) {
    return FrontDoor.at(address(gateway), host);
  }

  /** Through the Ingress of the board, as soon as it has an address. */
  static FrontDoor throughIngress(LiveBoard board, String host) {
    var ingress =
        board
            .client()
            .network()
            .v1()
            .ingresses()
            .inNamespace(board.namespace())
            .withName(board.name())
            .waitUntilCondition(i -> address(i).isPresent(), LIMIT.toSeconds(), TimeUnit.SECONDS);
    return FrontDoor.at(address(ingress).orElseThrow(), host);
  }

  private static Optional<String> address(Ingress ingress) {
    return Optional.ofNullable(ingress)
        .map(i -> i.getStatus().getLoadBalancer().getIngress())
        .flatMap(addresses -> addresses.stream().findFirst())
        .map(Entrance::either);
  }

  private static String either(IngressLoadBalancerIngress address) {
    return address.getIp() != null ? address.getIp() : address.getHostname();
  }

  private static String address(GenericKubernetesResource gateway) {
    return gateway.get("status", "addresses", 0, "value");
  }
}
