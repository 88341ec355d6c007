package dev.messageboard.operator.database;

import dev.messageboard.operator.desired.Binding;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

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
    var password = SecretText.of(secret, "password");
    return name.isPresent() && username.isPresent() && password.isPresent()
        ? Optional.of(
            new Binding(
                host,
                port,
                name.get(),
                username.get(),
                password.get(),
                MadePasswords.fingerprintKey(Optional.of(secret))))
        : Optional.empty();
  }
}
