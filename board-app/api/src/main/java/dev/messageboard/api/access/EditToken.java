package dev.messageboard.api.access;

import dev.messageboard.api.board.BoardKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Proves who wrote a message. It follows from the message's idempotency key, so that a repeated
 * post is told the same token; the row holds only its hash.
 */
@ApplicationScoped
public class EditToken {

  public static final String HEADER = "Message-Token";

  private final BoardKeys keys;

  EditToken(BoardKeys keys) {
    this.keys = keys;
  }

  public String of(byte[] idempotencyKey, byte[] contentHash) {
    byte[] token = keys.editToken().hash(idempotencyKey, contentHash);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** What the row keeps. */
  public static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }

  public static boolean matches(String token, byte[] hash) {
    return hash != null && MessageDigest.isEqual(hash(token), hash);
  }
}
