package dev.messageboard.operator.desired;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands in a pod template for what the pod reads, so that a change of it rolls the pods. An
 * annotation is seen by many: for a Secret it is keyed with what only the Secret's readers know, or
 * a weak password could be guessed from it.
 */
public final class Fingerprint {

  /** The entry of a Secret that keys the fingerprint of its other entries. */
  public static final String KEY = "fingerprint-key";

  /** Where it stands in a pod template. */
  public static final String ANNOTATION = "messageboard.dev/config-hash";

  private static final String ALGORITHM = "HmacSHA256";

  private Fingerprint() {}

  public static Optional<String> in(ObjectMeta metadata) {
    return Optional.ofNullable(metadata.getAnnotations()).map(all -> all.get(ANNOTATION));
  }

  static String of(String key, Map<String, String> data) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      new TreeMap<>(data)
          .forEach(
              (name, value) ->
                  mac.update(
                      (name + '\0' + value.length() + '\0' + value)
                          .getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(mac.doFinal(), 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
