package dev.messageboard.operator.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.messageboard.operator.desired.Names;
import java.util.List;
import java.util.Optional;
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
    return StreamSupport.stream(entries.spliterator(), false)
        .filter(entry -> isOurs(entry) && "Apply".equals(entry.path("operation").asText()))
        .filter(entry -> !entry.hasNonNull("subresource"))
        .map(entry -> entry.path("fieldsV1"))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  /** Who else holds the field of these keys, such as f:spec, f:replicas. */
  Optional<String> holder(List<String> keys) {
    return StreamSupport.stream(entries.spliterator(), false)
        .filter(entry -> !isOurs(entry))
        .filter(entry -> !at(entry.path("fieldsV1"), keys).isMissingNode())
        .map(entry -> entry.path("manager").asText())
        .findFirst();
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
