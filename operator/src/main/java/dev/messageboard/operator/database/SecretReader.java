package dev.messageboard.operator.database;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.SecretKeyRef;
import dev.messageboard.operator.desired.NamedSecrets;
import dev.messageboard.operator.status.Problem;
import dev.messageboard.operator.status.SecretsSeen;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks at the Secrets that a board names beside its database's, once an interval: the board serves
 * without them, so one that is missing is not asked for any oftener.
 */
public final class SecretReader {

  private static final String CERTIFICATE = "tls.crt";

  private final NamedObjects named;

  public SecretReader(NamedObjects named) {
    this.named = named;
  }

  public SecretsSeen look(MessageBoard board) {
    return certificate(board)
        .withAdmin(NamedSecrets.ofAdmin(board).flatMap(ref -> admin(board, ref)));
  }

  /** How long those of a settled board may be left alone; empty where there are none. */
  public Optional<Duration> untilNextLook(MessageBoard board) {
    return NamedSecrets.of(board).isEmpty()
        ? Optional.empty()
        : Optional.of(board.getSpec().database().check().every());
  }

  private Optional<Problem> admin(MessageBoard board, SecretKeyRef ref) {
    try {
      text(board, ref.name(), ref.key(), "board.adminSecretRef");
      return Optional.empty();
    } catch (UnusableSecret e) {
      return Optional.of(e.problem());
    }
  }

  private SecretsSeen certificate(MessageBoard board) {
    return NamedSecrets.ofIngress(board)
        .map(secret -> certificate(board, secret))
        .orElse(SecretsSeen.NONE);
  }

  private SecretsSeen certificate(MessageBoard board, String secret) {
    try {
      var pem = text(board, secret, CERTIFICATE, "ingress.tls");
      return SecretsSeen.NONE.with(FrontCertificates.read(pem, CERTIFICATE, "Secret " + secret));
    } catch (UnusableSecret e) {
      return SecretsSeen.NONE.without(e.problem());
    }
  }

  private String text(MessageBoard board, String name, String key, String field)
      throws UnusableSecret {
    var namespace = board.getMetadata().getNamespace();
    var secret =
        named
            .secret(namespace, name, board.getSpec().database().check().every())
            .orElseThrow(() -> missing(name, key, field));
    return SecretText.of(secret, key)
        .orElseThrow(() -> ExternalBinding.missing(name, key, ExternalBinding.NOT_EMPTY));
  }

  private static UnusableSecret missing(String name, String key, String field) {
    return new UnusableSecret(
        SecretsSeen.MISSING,
        "Secret %s does not exist: create it in the board's namespace with the key %s, or correct %s"
            .formatted(name, key, field));
  }
}
