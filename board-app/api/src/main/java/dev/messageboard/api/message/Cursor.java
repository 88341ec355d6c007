package dev.messageboard.api.message;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in the list, between the message with this id and the next older one. Opaque to clients.
 */
record Cursor(long id) {

  private static final byte VERSION = 1;
  private static final int BYTES = 1 + Long.BYTES;

  String encoded() {
    byte[] bytes = ByteBuffer.allocate(BYTES).put(VERSION).putLong(id).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static Optional<Cursor> decoded(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length != BYTES || bytes[0] != VERSION) {
      return Optional.empty();
    }
    long id = ByteBuffer.wrap(bytes).getLong(1);
    return id > 0 ? Optional.of(new Cursor(id)) : Optional.empty();
  }
}
