package dev.messageboard.operator.desired;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stands in a pod template for what the pod reads, so that a change of it rolls the pods. Salted,
 * so that the same password in two namespaces does not show as such.
 */
public final class Fingerprint {

  static final String ANNOTATION = "messageboard.dev/config-hash";

  private Fingerprint() {}

  public static Optional<String> in(ObjectMeta metadata) {
    return Optional.ofNullable(metadata.getAnnotations()).map(all -> all.get(ANNOTATION));
  }

  static String of(String salt, Map<String, String> data) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt.getBytes(StandardCharsets.UTF_8));
      new TreeMap<>(data)
          .forEach(
              (key, value) -> {
                digest.update(
                    (key + '\0' + value.length() + '\0' + value).getBytes(StandardCharsets.UTF_8));
              });
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
