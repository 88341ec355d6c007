package dev.messageboard.operator.database;

import dev.messageboard.operator.api.v1alpha1.TlsMode;
import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.Credentials;
import dev.messageboard.operator.desired.DesiredDatabaseSecret;
import dev.messageboard.operator.desired.Fingerprint;
import dev.messageboard.operator.desired.Tls;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads back the binding that the pods have now. */
final class AcceptedBinding {

  private AcceptedBinding() {}

  static Optional<Binding> of(Secret secret) {
    return SecretText.of(secret, "port")
        .filter(port -> port.matches("[1-9][0-9]{0,4}"))
        .flatMap(
            port ->
                SecretText.of(secret, "host")
                    .flatMap(host -> of(secret, host, Integer.parseInt(port))));
  }

  private static Optional<Binding> of(Secret secret, String host, int port) {
    var name = SecretText.of(secret, "database");
    var username = SecretText.of(secret, "username");
    var password = password(secret, "password");
    return name.isPresent() && username.isPresent() && password.isPresent()
        ? Optional.of(
            new Binding(
                host,
                port,
                name.get(),
                username.get(),
                password.get(),
                tls(secret),
                migration(secret),
                SecretText.of(secret, Fingerprint.KEY).orElseGet(MadePasswords::random)))
        : Optional.empty();
  }

  private static Optional<Credentials> migration(Secret secret) {
    return SecretText.of(secret, DesiredDatabaseSecret.MIGRATION_USERNAME)
        .flatMap(
            username ->
                password(secret, DesiredDatabaseSecret.MIGRATION_PASSWORD)
                    .map(password -> new Credentials(username, password)));
  }

  private static Optional<String> password(Secret secret, String key) {
    return SecretText.of(secret, DesiredDatabaseSecret.AUTH)
            .filter(DesiredDatabaseSecret.IAM::equals)
            .isPresent()
        ? Optional.of("")
        : SecretText.of(secret, key);
  }

  private static Tls tls(Secret secret) {
    var mode =
        SecretText.of(secret, DesiredDatabaseSecret.SSL_MODE).orElse(TlsMode.Required.name());
    return Stream.of(TlsMode.values())
        .filter(known -> known.name().equals(mode))
        .map(known -> new Tls(known, SecretText.of(secret, DesiredDatabaseSecret.CA)))
        .findFirst()
        .orElse(Tls.REQUIRED);
  }
}
