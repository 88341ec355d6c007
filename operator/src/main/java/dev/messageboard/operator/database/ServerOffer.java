package dev.messageboard.operator.database;

import dev.messageboard.operator.api.v1alpha1.DatabaseAuth;
import dev.messageboard.operator.api.v1alpha1.DatabaseTlsSpec;
import dev.messageboard.operator.api.v1alpha1.ExternalDatabaseSpec;
import dev.messageboard.operator.api.v1alpha1.TlsMode;
import dev.messageboard.operator.desired.Credentials;
import dev.messageboard.operator.desired.Labels;
import dev.messageboard.operator.desired.Tls;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A database server that the platform team offers to boards.
 *
 * @param secret name of the Secret that offers it
 * @param admin who makes databases and users there
 * @param ca the certificates that its own is to be checked against
 */
record ServerOffer(String secret, String host, int port, Credentials admin, Optional<String> ca) {

  static final String CA = "ca.pem";

  /**
   * Who is not admitted learns nothing else.
   *
   * @param offered all Secrets that offer a server of this name
   * @param namespace of the board
   */
  static ServerOffer of(String server, List<Secret> offered, String namespace)
      throws UnusableSecret {
    if (offered.isEmpty()) {
      throw new UnusableSecret(
          "SecretMissing",
          "no Secret of the operator's namespace offers database server %s: correct provisioned.server, or label one %s=%s"
              .formatted(server, Labels.DATABASE_SERVER, server));
    }
    if (offered.size() > 1) {
      throw new UnusableSecret(
          "SecretAmbiguous",
          "%d Secrets of the operator's namespace offer database server %s: leave the label %s on one of them"
              .formatted(offered.size(), server, Labels.DATABASE_SERVER));
    }
    if (!admits(offered.get(0), namespace)) {
      throw new UnusableSecret(
          "NamespaceNotAdmitted",
          "database server %s is not offered to namespace %s: ask who runs it to add the namespace to the annotation %s of its Secret"
              .formatted(server, namespace, Labels.ALLOWED_NAMESPACES));
    }
    return read(offered.get(0));
  }

  /** The board's own certificates go before those of the server, which only a check needs. */
  Tls tls(DatabaseTlsSpec spec) throws UnusableSecret {
    if (spec.mode() != TlsMode.VerifyCA && spec.mode() != TlsMode.VerifyIdentity) {
      return new Tls(spec.mode(), Optional.empty());
    }
    var pem =
        ca.orElseThrow(
            () -> ExternalBinding.missing(secret, CA, "or set database.tls.caRef of the board"));
    return NamedObjects.trusting(spec.mode(), pem, CA, "Secret " + secret);
  }

  private static boolean admits(Secret secret, String namespace) {
    var annotations = secret.getMetadata().getAnnotations();
    var list = annotations == null ? null : annotations.get(Labels.ALLOWED_NAMESPACES);
    return list != null
        && Arrays.stream(list.split(","))
            .map(String::trim)
            .anyMatch(admitted -> "*".equals(admitted) || namespace.equals(admitted));
  }

  private static ServerOffer read(Secret secret) throws UnusableSecret {
    var name = secret.getMetadata().getName();
    var keys = SecretKeys.of(secret);
    var host =
        keys.text("host")
            .orElseThrow(() -> ExternalBinding.missing(name, "host", ExternalBinding.NOT_EMPTY));
    var port = keys.text("port").orElse("3306");
    return new ServerOffer(
        name,
        reachable(checked(name, "host", host, ExternalDatabaseSpec.HOST), secret),
        Integer.parseInt(checked(name, "port", port, ExternalBinding.PORT)),
        ExternalBinding.credentials(name, Optional.of(secret), DatabaseAuth.Password),
        keys.text(CA));
  }

  /** A name without a dot is a Service beside the Secret, and boards live elsewhere. */
  private static String reachable(String host, Secret secret) {
    return host.contains(".") ? host : host + "." + secret.getMetadata().getNamespace() + ".svc";
  }

  private static String checked(String secret, String key, String value, String pattern)
      throws UnusableSecret {
    if (!value.matches(pattern)) {
      throw ExternalBinding.invalid(secret, key, pattern);
    }
    return value;
  }

  @Override
  public String toString() {
    return "ServerOffer[" + secret + "]";
  }
}
