package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.IngressSpec;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import java.util.Optional;

/** Where people reach a board: what the spec says, else what follows from its Ingress. */
public final class PublicUrl {

  private PublicUrl() {}

  public static Optional<String> of(MessageBoard board) {
    var spec = board.getSpec();
    return Optional.ofNullable(spec.publicUrl())
        .map(url -> url.replaceAll("/$", ""))
        .or(() -> Optional.ofNullable(spec.ingress()).flatMap(PublicUrl::of));
  }

  private static Optional<String> of(IngressSpec ingress) {
    var isEncrypted = ingress.tls() != null || ingress.aws().certificateArn() != null;
    return Optional.ofNullable(ingress.host())
        .map(host -> (isEncrypted ? "https://" : "http://") + host);
  }
}
