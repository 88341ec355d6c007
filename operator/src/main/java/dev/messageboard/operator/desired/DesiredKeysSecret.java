package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;

/** Whoever loses it loses the edit tokens and open cursors that were handed out, nothing else. */
public final class DesiredKeysSecret {

  public static final String EDIT_TOKEN = "edit-token";
  public static final String CURSOR = "cursor";
  public static final String CLIENT_HASH = "client-hash";

  private DesiredKeysSecret() {}

  public static Secret of(MessageBoard board, BoardKeys keys) {
    return SecretData.secret(Child.of(board, Component.KEYS), "Opaque", data(keys));
  }

  static Map<String, String> data(BoardKeys keys) {
    return Map.of(
        EDIT_TOKEN, keys.editToken(), CURSOR, keys.cursor(), CLIENT_HASH, keys.clientHash());
  }
}
