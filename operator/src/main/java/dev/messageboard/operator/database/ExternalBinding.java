package dev.messageboard.operator.database;

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
  private final Tls tls;
  private final String fingerprintKey;

  private ExternalBinding(
      ExternalDatabaseSpec spec, Secret secret, Tls tls, String fingerprintKey) {
    this.spec = spec;
    this.secret = SecretKeys.of(secret);
    this.tls = tls;
    this.fingerprintKey = fingerprintKey;
  }

  static Binding of(
      ExternalDatabaseSpec spec, Optional<Secret> secret, Tls tls, String fingerprintKey)
      throws UnusableSecret {
    return new ExternalBinding(spec, there(spec.secretRef().name(), secret), tls, fingerprintKey)
        .read();
  }

  /** Of a Secret that holds a login and nothing else. */
  static Credentials credentials(String name, Optional<Secret> secret) throws UnusableSecret {
    var keys = SecretKeys.of(there(name, secret));
    return new Credentials(
        keys.text("username").orElseThrow(() -> missing(name, "username", NOT_EMPTY)),
        keys.text("password").orElseThrow(() -> missing(name, "password", NOT_EMPTY)));
  }

  private static Secret there(String name, Optional<Secret> secret) throws UnusableSecret {
    return secret.orElseThrow(
        () ->
            new UnusableSecret(
                "SecretMissing",
                "Secret %s does not exist: create it in the board's namespace with the keys username and password"
                    .formatted(name)));
  }

  private Binding read() throws UnusableSecret {
    return new Binding(
        host(), port(), name(), required("username"), required("password"), tls, fingerprintKey);
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

  private String required(String key) throws UnusableSecret {
    return first(key).orElseThrow(() -> missing(key, NOT_EMPTY));
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
