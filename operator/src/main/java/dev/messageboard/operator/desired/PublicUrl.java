package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.GatewayRef;
import dev.messageboard.operator.api.v1alpha1.GatewaySpec;
import dev.messageboard.operator.api.v1alpha1.IngressSpec;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import java.util.Optional;

/** Where people reach a board: what the spec says, else what follows from its way in. */
public final class PublicUrl {

  private static final int HTTP = 80;

  private PublicUrl() {}

  public static Optional<String> of(MessageBoard board) {
    var spec = board.getSpec();
    return Optional.ofNullable(spec.publicUrl())
        .map(url -> url.replaceAll("/$", ""))
        .or(() -> Optional.ofNullable(spec.ingress()).flatMap(PublicUrl::of))
        .or(() -> Optional.ofNullable(spec.gateway()).flatMap(PublicUrl::of));
  }

  /** By the name or address under which an Ingress is reached. */
  public static String of(IngressSpec ingress, String host) {
    var isEncrypted = ingress.tls() != null || ingress.aws().certificateArn() != null;
    return (isEncrypted ? "https://" : "http://") + host;
  }

  private static Optional<String> of(IngressSpec ingress) {
    return Optional.ofNullable(ingress.host()).map(host -> of(ingress, host));
  }

  /**
   * Encryption is the Gateway's affair, which is not read: only port 80 tells that there is none.
   */
  private static Optional<String> of(GatewaySpec gateway) {
    var isPlain = gateway.parentRefs().stream().map(GatewayRef::port).allMatch(PublicUrl::isHttp);
    return gateway.hostnames().stream()
        .filter(name -> !name.startsWith("*"))
        .findFirst()
        .map(name -> (isPlain ? "http://" : "https://") + name);
  }

  private static boolean isHttp(Integer port) {
    return port != null && port == HTTP;
  }
}
