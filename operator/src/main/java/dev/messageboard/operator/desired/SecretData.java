package dev.messageboard.operator.desired;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Secrets are written as data: stringData never comes back, so it would always differ. */
final class SecretData {

  private SecretData() {}

  static Secret secret(ObjectMeta metadata, String type, Map<String, String> texts) {
    var data = new TreeMap<String, String>();
    texts.forEach((key, text) -> data.put(key, encoded(text)));
    return new SecretBuilder().withMetadata(metadata).withType(type).withData(data).build();
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
