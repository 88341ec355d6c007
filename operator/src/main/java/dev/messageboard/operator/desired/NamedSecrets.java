package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.CaRef;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.SecretKeyRef;
import dev.messageboard.operator.api.v1alpha1.SecretRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The Secrets of its namespace that a board names. */
public final class NamedSecrets {

  private NamedSecrets() {}

  /** All of them. */
  public static List<String> of(MessageBoard board) {
    return Stream.of(
            ofDatabase(board),
            ofAdmin(board).map(SecretKeyRef::name).stream(),
            ofIngress(board).stream())
        .flatMap(names -> names)
        .distinct()
        .toList();
  }

  /** The one with the token of its moderators. */
  public static Optional<SecretKeyRef> ofAdmin(MessageBoard board) {
    return Optional.ofNullable(board.getSpec().board().adminSecretRef());
  }

  /** The one with the certificate of its Ingress. */
  public static Optional<String> ofIngress(MessageBoard board) {
    return DesiredIngress.tls(board).map(tls -> DesiredIngress.certificateSecret(board, tls));
  }

  /** Those of its logins, and of the certificates that its server is checked by. */
  public static Stream<String> ofDatabase(MessageBoard board) {
    return Stream.concat(ofLogins(board), ofAuthority(board));
  }

  private static Stream<String> ofLogins(MessageBoard board) {
    var external = board.getSpec().database().external();
    return external == null
        ? Stream.empty()
        : Stream.of(external.secretRef(), external.migrationSecretRef())
            .filter(Objects::nonNull)
            .map(SecretRef::name);
  }

  private static Stream<String> ofAuthority(MessageBoard board) {
    return Stream.ofNullable(board.getSpec().database().tls().caRef())
        .map(CaRef::secret)
        .filter(Objects::nonNull);
  }
}
