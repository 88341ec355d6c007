package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.TlsMode;
import java.util.Optional;

/**
 * How a connection to the database is protected.
 *
 * @param ca the certificates to trust, as PEM
 */
public record Tls(TlsMode mode, Optional<String> ca) {

  /** Encrypted, whoever the server is. */
  public static final Tls REQUIRED = new Tls(TlsMode.Required, Optional.empty());

  /** The word of the driver. */
  public String sslMode() {
    return switch (mode) {
      case Disabled -> "DISABLED";
      case Preferred -> "PREFERRED";
      case Required -> "REQUIRED";
      case VerifyCA -> "VERIFY_CA";
      case VerifyIdentity -> "VERIFY_IDENTITY";
    };
  }

  /** In clear text the password can only be sent under the server's own public key. */
  public boolean mayBeClearText() {
    return mode == TlsMode.Disabled || mode == TlsMode.Preferred;
  }
}
