package dev.messageboard.operator.desired;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a board takes over in Kubernetes' own words, as the API server will give it back: without
 * empty texts and lists, which it drops, and with the defaults that it adds. Anything else would
 * differ for ever.
 */
final class Verbatim {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Labels may be empty, and without one of them a selector would let in everybody. */
  private static final String SELECTED_LABELS = "matchLabels";

  private Verbatim() {}

  static <T> List<T> all(List<T> values, Class<T> type) {
    return values.stream().map(value -> of(value, type)).toList();
  }

  static <T> T of(T value, Class<T> type) {
    var tree = JSON.valueToTree(value);
    complete(tree);
    return JSON.convertValue(tree, type);
  }

  private static void complete(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      object.properties().stream()
          .filter(field -> !SELECTED_LABELS.equals(field.getKey()))
          .forEach(field -> complete(field.getValue()));
      object.properties().removeIf(field -> isDropped(field.getValue()));
      setDefault(object.path("fieldRef"), "apiVersion", "v1");
      setDefault(object.path("resourceFieldRef"), "divisor", "0");
      object.path("ports").forEach(port -> setDefault(port, "protocol", "TCP"));
    } else {
      tree.forEach(Verbatim::complete);
    }
  }

  private static boolean isDropped(JsonNode value) {
    return value.isNull()
        || (value.isTextual() && value.asText().isEmpty())
        || (value.isArray() && value.isEmpty());
  }

  private static void setDefault(JsonNode object, String field, String value) {
    if (object instanceof ObjectNode fields && !fields.has(field)) {
      fields.put(field, value);
    }
  }
}
