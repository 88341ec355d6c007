package dev.messageboard.operator.database;

import dev.messageboard.operator.desired.DesiredMysqlSecret;
import dev.messageboard.operator.desired.EmbeddedPasswords;
import dev.messageboard.operator.desired.Fingerprint;
import io.fabric8.kubernetes.api.model.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Passwords and keys are made once and then read back; one that is gone is made anew. */
final class MadePasswords {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  private MadePasswords() {}

  static EmbeddedPasswords of(Optional<Secret> live) {
    return new EmbeddedPasswords(
        password(live, DesiredMysqlSecret.ROOT_PASSWORD),
        password(live, DesiredMysqlSecret.PASSWORD),
        fingerprintKey(live));
  }

  static String fingerprintKey(Optional<Secret> live) {
    return password(live, Fingerprint.KEY);
  }

  private static String password(Optional<Secret> live, String key) {
    return live.flatMap(secret -> SecretText.of(secret, key)).orElseGet(MadePasswords::random);
  }

  static String random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
