package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.Component;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Optional;

/** {@code IngressReady}: a controller has taken up the Ingress, or each Gateway the HTTPRoute. */
final class IngressReadyCondition {

  static final String TYPE = "IngressReady";

  private IngressReadyCondition() {}

  static Optional<Verdict> of(BoardObservation seen) {
    var spec = seen.board().getSpec();
    if (spec.gateway() != null) {
      return Optional.of(RouteAcceptance.of(seen, spec.gateway().parentRefs().size()));
    }
    return Optional.ofNullable(spec.ingress()).map(asked -> ofIngress(seen));
  }

  private static Verdict ofIngress(BoardObservation seen) {
    var ingress = seen.child(Ingress.class, Component.BOARD);
    if (ingress.isEmpty()) {
      return Verdict.no(TYPE, "NotCreated", "there is no Ingress yet");
    }
    return ingress
        .flatMap(IngressAddress::of)
        .map(address -> Verdict.yes(TYPE, "AddressAssigned", "the Ingress has address " + address))
        .orElseGet(() -> Verdict.no(TYPE, "AddressPending", pending(ingress.get())));
  }

  private static String pending(Ingress ingress) {
    var name = ingress.getSpec().getIngressClassName();
    return "no Ingress controller has given the Ingress an address yet; "
        + (name == null
            ? "it has no class, as the cluster had no default: name one in spec.ingress.className"
            : "its class is " + name);
  }
}
