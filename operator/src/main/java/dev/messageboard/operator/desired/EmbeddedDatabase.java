package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import java.util.Optional;

/** How a board reaches its own MySQL pod. */
public final class EmbeddedDatabase {

  static final String NAME = "messageboard";

  private EmbeddedDatabase() {}

  public static Binding binding(MessageBoard board, EmbeddedPasswords passwords) {
    return new Binding(
        Names.of(board, Component.MYSQL),
        MysqlPod.PORT,
        NAME,
        NAME,
        passwords.user(),
        new Tls(board.getSpec().database().tls().mode(), Optional.empty()),
        passwords.fingerprintKey());
  }
}
