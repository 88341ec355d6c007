package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.TreeMap;

/**
 * The binding in the form that servicebinding.io describes; pods mount this Secret and no other.
 */
public final class DesiredDatabaseSecret {

  public static final String CA = "ca.pem";
  public static final String SSL_MODE = "tls-mode";
  public static final String AUTH = "auth";
  public static final String IAM = "iam";
  public static final String MIGRATION_USERNAME = "migration-username";
  public static final String MIGRATION_PASSWORD = "migration-password";

  private DesiredDatabaseSecret() {}

  public static Secret of(MessageBoard board, Binding binding) {
    return SecretData.secret(
        Child.of(board, Component.DATABASE), "servicebinding.io/mysql", all(binding));
  }

  private static Map<String, String> all(Binding binding) {
    var data = data(binding);
    binding
        .migration()
        .ifPresent(login -> putLogin(data, login, MIGRATION_USERNAME, MIGRATION_PASSWORD));
    return data;
  }

  /** What the pods of the API get. */
  static Map<String, String> data(Binding binding) {
    var data = new TreeMap<>(connection(binding));
    putLogin(data, new Credentials(binding.username(), binding.password()), "username", "password");
    if (binding.isByIam()) {
      data.put(AUTH, IAM);
    }
    binding.tls().ca().ifPresent(pem -> data.put(CA, pem));
    return data;
  }

  /** Where tokens take its place there is no password. */
  static void putLogin(
      Map<String, String> data, Credentials login, String username, String password) {
    data.put(username, login.username());
    if (!login.password().isEmpty()) {
      data.put(password, login.password());
    }
  }

  private static Map<String, String> connection(Binding binding) {
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
        SSL_MODE,
        binding.tls().mode().name(),
        Fingerprint.KEY,
        binding.fingerprintKey());
  }
}
