package dev.messageboard.operator.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.messageboard.operator.desired.Names;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Who set which field of an object, as the API server keeps it. */
final class ManagedFields {

  private final JsonNode entries;

  /** The managedFields of this object, as a tree. */
  ManagedFields(JsonNode live) {
    this.entries = live.at("/metadata/managedFields");
  }

  /** What we applied and nobody has taken from us since. */
  JsonNode ours() {
    return all()
        .filter(entry -> isOurs(entry) && "Apply".equals(operation(entry)))
        .filter(entry -> !entry.hasNonNull("subresource"))
        .map(entry -> entry.path("fieldsV1"))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  /** Who else holds the field of these keys, such as f:spec, f:replicas. */
  Optional<String> holder(List<String> keys) {
    return all()
        .filter(entry -> !isOurs(entry))
        .filter(entry -> !at(entry.path("fieldsV1"), keys).isMissingNode())
        .map(entry -> entry.path("manager").asText())
        .findFirst();
  }

  /** By which keys the entries of this list are known; none where it is a whole, or empty. */
  Set<String> entries(FieldPath list) {
    return entries(list, entry -> true);
  }

  /** Those that an apply of ours leaves standing. */
  Set<String> entriesOfOthers(FieldPath list) {
    return entries(list, entry -> !isOurs(entry));
  }

  private Set<String> entries(FieldPath list, Predicate<JsonNode> whose) {
    return all()
        .filter(whose)
        .map(entry -> at(entry.path("fieldsV1"), list.keys()))
        .flatMap(fields -> fields.properties().stream())
        .map(Map.Entry::getKey)
        .filter(key -> key.startsWith("k:"))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Where the fields stand that a JSON patch of ours set, if an apply of this is to take one of
   * them away: to the API server that patch was somebody else's, and the field would stay.
   */
  OptionalInt patchThatHolds(JsonNode desired) {
    return IntStream.range(0, entries.size())
        .filter(i -> isOurs(entries.get(i)) && "Update".equals(operation(entries.get(i))))
        .filter(i -> isLeaving(entries.get(i).path("fieldsV1"), ours(), desired))
        .findFirst();
  }

  private static boolean isLeaving(JsonNode patched, JsonNode applied, JsonNode desired) {
    return patched.properties().stream()
        .filter(field -> !".".equals(field.getKey()) && applied.has(field.getKey()))
        .anyMatch(
            field -> {
              var wanted = FieldPath.find(desired, field.getKey());
              var below = applied.path(field.getKey());
              return wanted.isMissingNode() || isLeaving(field.getValue(), below, wanted);
            });
  }

  private static String operation(JsonNode entry) {
    return entry.path("operation").asText();
  }

  private Stream<JsonNode> all() {
    return StreamSupport.stream(entries.spliterator(), false);
  }

  private static JsonNode at(JsonNode fields, List<String> keys) {
    var node = fields;
    for (var key : keys) {
      node = node.path(key);
    }
    return node;
  }

  private static boolean isOurs(JsonNode entry) {
    return Names.FIELD_MANAGER.equals(entry.path("manager").asText());
  }
}
