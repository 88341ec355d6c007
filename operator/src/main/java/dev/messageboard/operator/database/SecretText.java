package dev.messageboard.operator.database;

import io.fabric8.kubernetes.api.model.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A key of a Secret as text; what is empty or no text is as good as absent. */
final class SecretText {

  private SecretText() {}

  static Optional<String> of(Secret secret, String key) {
    var encoded = secret.getData() == null ? null : secret.getData().get(key);
    return Optional.ofNullable(encoded).flatMap(SecretText::decoded).filter(s -> !s.isBlank());
  }

  private static Optional<String> decoded(String encoded) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
