package dev.messageboard.operator.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;
import java.util.function.Function;

/**
 * The entries of a Secret, in either shape: one key each, or the JSON object of Secrets Manager in
 * the only key, as an External Secret without {@code extract} writes it.
 */
final class SecretKeys {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Function<String, Optional<String>> entries;

  private SecretKeys(Function<String, Optional<String>> entries) {
    this.entries = entries;
  }

  static SecretKeys of(Secret secret) {
    return onlyValue(secret)
        .flatMap(SecretKeys::object)
        .map(object -> new SecretKeys(key -> text(object, key)))
        .orElseGet(() -> new SecretKeys(key -> SecretText.of(secret, key)));
  }

  Optional<String> text(String key) {
    return entries.apply(key);
  }

  private static Optional<String> onlyValue(Secret secret) {
    return secret.getData() == null || secret.getData().size() != 1
        ? Optional.empty()
        : SecretText.of(secret, secret.getData().keySet().iterator().next());
  }

  private static Optional<JsonNode> object(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** A port is a number there. */
  private static Optional<String> text(JsonNode object, String key) {
    return Optional.of(object.path(key).asText("")).filter(value -> !value.isBlank());
  }
}
