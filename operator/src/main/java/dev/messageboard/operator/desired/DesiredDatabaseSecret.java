package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;

/**
 * The binding in the form that servicebinding.io describes; pods mount this Secret and no other.
 */
public final class DesiredDatabaseSecret {

  private DesiredDatabaseSecret() {}

  public static Secret of(MessageBoard board, Binding binding) {
    return SecretData.secret(
        Child.of(board, Component.DATABASE), "servicebinding.io/mysql", data(binding));
  }

  static Map<String, String> data(Binding binding) {
    return Map.of(
        "type",
        "mysql",
        "provider",
        Names.FIELD_MANAGER,
        "host",
        binding.host(),
        "port",
        Integer.toString(binding.port()),
        "database",
        binding.database(),
        "jdbc-url",
        binding.jdbcUrl(),
        "username",
        binding.username(),
        "password",
        binding.password(),
        Fingerprint.KEY,
        binding.fingerprintKey());
  }
}
