package dev.messageboard.api.board;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that texts and numbers are hashed with (HMAC-SHA-256). */
public final class Key {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final Mac prototype;

  private Key(byte[] secret) {
    try {
      prototype = Mac.getInstance(ALGORITHM);
      prototype.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /** Throws unless it is 32 bytes. */
  static Key of(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("not 32 bytes");
    }
    return new Key(secret);
  }

  public static Key random() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return new Key(secret);
  }

  /** The 32 bytes that only who has the key can tell. */
  public byte[] hash(byte[]... parts) {
    try {
      Mac mac = (Mac) prototype.clone();
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (CloneNotSupportedException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
