package dev.messageboard.operator.status;

import java.util.stream.Stream;

/** Events of the Secrets that a board names. */
final class SecretNews {

  private SecretNews() {}

  static Stream<Notice> of(Turn turn) {
    return turn.toldAnew(SecretsResolvedCondition.TYPE, "False").stream()
        .map(missing -> Notice.warning("SecretMissing", missing.getMessage()));
  }
}
