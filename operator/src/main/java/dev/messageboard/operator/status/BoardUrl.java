package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.PublicUrl;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Optional;

/**
 * Where people reach the board: what its spec says, else the address that its Ingress was given.
 */
final class BoardUrl {

  private BoardUrl() {}

  static Optional<String> of(BoardObservation seen) {
    return PublicUrl.of(seen.board())
        .or(
            () ->
                Optional.ofNullable(seen.board().getSpec().ingress())
                    .flatMap(ingress -> address(seen).map(at -> PublicUrl.of(ingress, at))));
  }

  private static Optional<String> address(BoardObservation seen) {
    return seen.child(Ingress.class, Component.BOARD).flatMap(IngressAddress::of);
  }
}
