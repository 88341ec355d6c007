package dev.messageboard.operator.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a field stands.
 *
 * @param keys as managedFields spell it: f:spec, f:ports, k:{"port":80}
 * @param text as people read it: .spec.ports[80].name
 */
record FieldPath(List<String> keys, String text) {

  static final FieldPath ROOT = new FieldPath(List.of(), "");

  private static final ObjectMapper JSON = new ObjectMapper();

  FieldPath field(String name) {
    var isPlain = name.matches("[A-Za-z0-9_-]+");
    return below("f:" + name, isPlain ? "." + name : "[" + name + "]");
  }

  /** An entry of a list that is merged by key. */
  FieldPath entry(String key) {
    var values = parsed(key).properties().stream().map(field -> field.getValue().asText());
    return below(key, values.collect(Collectors.joining(",", "[", "]")));
  }

  /** The key, of these, by which this entry of a list is known. */
  static Optional<String> keyOf(JsonNode entry, Iterator<String> keys) {
    while (keys.hasNext()) {
      var key = keys.next();
      if (key.startsWith("k:") && fits(entry, parsed(key))) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** The key of an entry that managedFields do not know, by those of its neighbours. */
  static String guessed(JsonNode entry, Iterator<String> keys) {
    var guess = JSON.createObjectNode();
    while (guess.isEmpty() && keys.hasNext()) {
      var key = keys.next();
      if (key.startsWith("k:")) {
        parsed(key).fieldNames().forEachRemaining(name -> guess.set(name, entry.path(name)));
      }
    }
    return "k:" + guess;
  }

  /** The field, or the entry of a list, that goes by this key. */
  static JsonNode find(JsonNode node, String key) {
    if (key.startsWith("f:")) {
      return node.path(key.substring(2));
    }
    for (var entry : node) {
      if (fits(entry, parsed(key))) {
        return entry;
      }
    }
    return MissingNode.getInstance();
  }

  private FieldPath below(String key, String word) {
    return new FieldPath(Stream.concat(keys.stream(), Stream.of(key)).toList(), text + word);
  }

  private static boolean fits(JsonNode entry, JsonNode key) {
    return key.properties().stream()
        .allMatch(field -> field.getValue().equals(entry.get(field.getKey())));
  }

  private static JsonNode parsed(String key) {
    try {
      return JSON.readTree(key.substring(2));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(key, e);
    }
  }
}
