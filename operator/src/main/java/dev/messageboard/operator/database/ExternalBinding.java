package dev.messageboard.operator.database;

import dev.messageboard.operator.api.v1alpha1.DatabaseAuth;
import dev.messageboard.operator.api.v1alpha1.DatabaseSpec;
import dev.messageboard.operator.api.v1alpha1.ExternalDatabaseSpec;
import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.Credentials;
import dev.messageboard.operator.desired.Tls;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Arrays;
import java.util.Optional;

/**
 * The user's spec and Secret become a binding: spec first, then the Secret's key, then our default.
 */
final class ExternalBinding {

  /** 1 to 65535. */
  static final String PORT =
      "^([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$";

  static final String NOT_EMPTY = "with a value that is not empty";

  private final ExternalDatabaseSpec spec;
  private final SecretKeys secret;

  private ExternalBinding(ExternalDatabaseSpec spec, Secret secret) {
    this.spec = spec;
    this.secret = SecretKeys.of(secret);
  }

  static Binding of(DatabaseSpec database, Optional<Secret> secret, Tls tls, String fingerprintKey)
      throws UnusableSecret {
    var spec = database.external();
    var name = spec.secretRef().name();
    var login = credentials(name, secret, database.auth());
    var rest = new ExternalBinding(spec, there(name, secret, database.auth()));
    return new Binding(
        rest.host(),
        rest.port(),
        rest.name(),
        login.username(),
        login.password(),
        tls,
        fingerprintKey);
  }

  /** Who logs in, and with what: for a token of IAM no password is read. */
  static Credentials credentials(String name, Optional<Secret> secret, DatabaseAuth auth)
      throws UnusableSecret {
    var keys = SecretKeys.of(there(name, secret, auth));
    var username = required(keys, name, "username");
    return new Credentials(
        username, auth == DatabaseAuth.IAM ? "" : required(keys, name, "password"));
  }

  private static Secret there(String name, Optional<Secret> secret, DatabaseAuth auth)
      throws UnusableSecret {
    return secret.orElseThrow(
        () ->
            new UnusableSecret(
                "SecretMissing",
                "Secret %s does not exist: create it in the board's namespace with the %s"
                    .formatted(
                        name,
                        auth == DatabaseAuth.IAM ? "key username" : "keys username and password")));
  }

  private String host() throws UnusableSecret {
    if (spec.host() != null) {
      return spec.host();
    }
    var host =
        first("host").orElseThrow(() -> missing("host", "or set spec.database.external.host"));
    return checked("host", host, ExternalDatabaseSpec.HOST);
  }

  private int port() throws UnusableSecret {
    if (spec.port() != null) {
      return spec.port();
    }
    var port = checked("port", first("port").orElse("3306"), PORT);
    return Integer.parseInt(port);
  }

  private String name() throws UnusableSecret {
    if (spec.name() != null) {
      return spec.name();
    }
    return checked(
        "dbname", first("dbname", "database").orElse("messageboard"), ExternalDatabaseSpec.NAME);
  }

  private Optional<String> first(String... keys) {
    return Arrays.stream(keys).flatMap(key -> secret.text(key).stream()).findFirst();
  }

  private static String required(SecretKeys keys, String secret, String key) throws UnusableSecret {
    return keys.text(key).orElseThrow(() -> missing(secret, key, NOT_EMPTY));
  }

  private UnusableSecret missing(String key, String hint) {
    return missing(spec.secretRef().name(), key, hint);
  }

  static UnusableSecret missing(String secret, String key, String hint) {
    return new UnusableSecret(
        "SecretKeyMissing",
        "Secret %s has no usable key %s: add it, %s".formatted(secret, key, hint));
  }

  /** These become part of a URL: what is no plain name could smuggle in settings of the driver. */
  private String checked(String key, String value, String pattern) throws UnusableSecret {
    if (!value.matches(pattern)) {
      throw invalid(spec.secretRef().name(), key, pattern);
    }
    return value;
  }

  static UnusableSecret invalid(String secret, String key, String pattern) {
    return new UnusableSecret(
        "SecretKeyInvalid",
        "key %s of Secret %s does not match %s: correct it".formatted(key, secret, pattern));
  }
}
