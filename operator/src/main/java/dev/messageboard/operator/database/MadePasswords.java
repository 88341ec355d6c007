package dev.messageboard.operator.database;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.DesiredMysqlSecret;
import dev.messageboard.operator.desired.EmbeddedPasswords;
import dev.messageboard.operator.desired.Fingerprint;
import io.fabric8.kubernetes.api.model.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * Passwords and keys are made once and then read back; one that is gone is made anew. Of a paused
 * board nothing is written, so nothing is made: what was new at each look, in the name of a Job or
 * in a login, would never come to rest.
 */
final class MadePasswords {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;
  private static final String NOT_MADE = "not-made";

  private MadePasswords() {}

  static EmbeddedPasswords of(MessageBoard board, Optional<Secret> live) {
    return new EmbeddedPasswords(
        password(board, live, DesiredMysqlSecret.ROOT_PASSWORD),
        password(board, live, DesiredMysqlSecret.PASSWORD),
        fingerprintKey(board, live));
  }

  static String fingerprintKey(MessageBoard board, Optional<Secret> live) {
    return password(board, live, Fingerprint.KEY);
  }

  private static String password(MessageBoard board, Optional<Secret> live, String key) {
    return live.flatMap(secret -> SecretText.of(secret, key))
        .orElseGet(() -> board.getSpec().paused() ? NOT_MADE : random());
  }

  static String random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
