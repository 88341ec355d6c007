package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;

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
        passwords.fingerprintKey());
  }
}
