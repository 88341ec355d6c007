package dev.messageboard.api.message;

import dev.messageboard.api.board.Key;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in the list, at the message with this id; 0 is before the first. Opaque to clients, and
 * only those that this board made are taken.
 */
record Cursor(long id) {

  private static final byte VERSION = 2;
  private static final int TAG_BYTES = 8;
  private static final int PAYLOAD_BYTES = 1 + Long.BYTES;
  private static final int BYTES = PAYLOAD_BYTES + TAG_BYTES;

  String encoded(Key key) {
    byte[] payload = ByteBuffer.allocate(PAYLOAD_BYTES).put(VERSION).putLong(id).array();
    byte[] bytes = ByteBuffer.allocate(BYTES).put(payload).put(tag(key, payload)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static Optional<Cursor> decoded(String text, Key key) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length != BYTES || bytes[0] != VERSION) {
      return Optional.empty();
    }
    byte[] payload = Arrays.copyOf(bytes, PAYLOAD_BYTES);
    byte[] tag = Arrays.copyOfRange(bytes, PAYLOAD_BYTES, BYTES);
    return MessageDigest.isEqual(tag, tag(key, payload))
        ? Optional.of(new Cursor(ByteBuffer.wrap(bytes).getLong(1)))
        : Optional.empty();
  }

  private static byte[] tag(Key key, byte[] payload) {
    return Arrays.copyOf(key.hash(payload), TAG_BYTES);
  }
}
