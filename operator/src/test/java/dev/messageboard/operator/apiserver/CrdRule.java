package dev.messageboard.operator.apiserver;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A rule of the CRD beyond types and formats, or its refusal.
 *
 * @param field where it stands, such as spec.api.service; empty for that of the board's name
 */
record CrdRule(String field, String message) {

  private static final Path CRD = Path.of("../crds/messageboards.messageboard.dev-v1.yml");

  /** Each place of each. */
  static List<CrdRule> all() {
    try {
      var crd = Serialization.unmarshal(Files.readString(CRD), JsonNode.class);
      return below("", crd.at("/spec/versions/0/schema/openAPIV3Schema")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<CrdRule> below(String field, JsonNode schema) {
    var own =
        StreamSupport.stream(schema.path("x-kubernetes-validations").spliterator(), false)
            .map(rule -> new CrdRule(field, rule.path("message").asText()));
    var dot = field.isEmpty() ? "" : ".";
    var properties =
        schema.path("properties").properties().stream()
            .flatMap(entry -> below(field + dot + entry.getKey(), entry.getValue()));
    var items =
        Stream.of("items", "additionalProperties")
            .filter(schema::has)
            .flatMap(nested -> below(field + "[]", schema.get(nested)));
    return Stream.of(own, properties, items).flatMap(rules -> rules);
  }

  /** Whether this refusal is of this rule. */
  boolean isIn(CrdRule refusal) {
    return refusal.message.endsWith(message) && (field.isEmpty() || field.equals(refusal.field));
  }
}
