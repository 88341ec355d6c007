package dev.messageboard.operator.status;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an Ingress is reached, as its controller tells. */
final class IngressAddress {

  private IngressAddress() {}

  static Optional<String> of(Ingress ingress) {
    return Stream.ofNullable(ingress.getStatus())
        .flatMap(status -> Stream.ofNullable(status.getLoadBalancer()))
        .flatMap(balancer -> balancer.getIngress().stream())
        .flatMap(entry -> Stream.of(told(entry.getHostname()), told(entry.getIp())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> told(String address) {
    return Optional.ofNullable(address).filter(text -> !text.isEmpty());
  }
}
