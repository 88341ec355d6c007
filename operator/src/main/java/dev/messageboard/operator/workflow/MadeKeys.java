package dev.messageboard.operator.workflow;

import dev.messageboard.operator.desired.BoardKeys;
import dev.messageboard.operator.desired.DesiredKeysSecret;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Keys are made once and then read back; one that is gone, or no key any more, is made anew. */
public final class MadeKeys {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private MadeKeys() {}

  public static BoardKeys of(Optional<Secret> live) {
    return new BoardKeys(
        key(live, DesiredKeysSecret.EDIT_TOKEN),
        key(live, DesiredKeysSecret.CURSOR),
        key(live, DesiredKeysSecret.CLIENT_HASH));
  }

  private static String key(Optional<Secret> live, String name) {
    return live.map(Secret::getData)
        .map(data -> data.get(name))
        .map(MadeKeys::text)
        .filter(MadeKeys::isKey)
        .orElseGet(MadeKeys::random);
  }

  private static String text(String data) {
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }

  private static boolean isKey(String text) {
    try {
      return Base64.getDecoder().decode(text).length == BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
