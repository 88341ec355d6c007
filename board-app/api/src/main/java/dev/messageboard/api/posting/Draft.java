package dev.messageboard.api.posting;

import dev.messageboard.api.message.MessageState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A checked message on its way into the table. Every draft has an idempotency key; who gave none
 * has a random one.
 */
record Draft(
    String author,
    String body,
    Long parentId,
    MessageState state,
    ByteBuffer client,
    ByteBuffer key,
    boolean keyGiven,
    ByteBuffer content) {

  private static final int BYTES = 16;

  /** Tells one text from another: the repeat of a post from another post under the same key. */
  static ByteBuffer contentOf(String author, String body, Long parentId) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(author.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(body.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(String.valueOf(parentId).getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(Arrays.copyOf(digest.digest(), BYTES));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
