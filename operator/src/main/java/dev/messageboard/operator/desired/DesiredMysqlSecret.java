package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;

public final class DesiredMysqlSecret {

  public static final String ROOT_PASSWORD = "root-password";
  public static final String PASSWORD = "password";

  private DesiredMysqlSecret() {}

  public static Secret of(MessageBoard board, EmbeddedPasswords passwords) {
    return SecretData.secret(Child.of(board, Component.MYSQL), "Opaque", data(passwords));
  }

  static Map<String, String> data(EmbeddedPasswords passwords) {
    return Map.of(
        ROOT_PASSWORD,
        passwords.root(),
        PASSWORD,
        passwords.user(),
        Fingerprint.KEY,
        passwords.fingerprintKey());
  }
}
