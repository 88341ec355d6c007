package dev.messageboard.operator.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which fields of a live object are not as desired, and who changed them. */
final class Differences {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> IDENTITY =
      Set.of(".apiVersion", ".kind", ".metadata.name", ".metadata.namespace");

  private final ManagedFields managed;
  private final List<Difference> found = new ArrayList<>();

  private Differences(ManagedFields managed) {
    this.managed = managed;
  }

  static List<Difference> of(HasMetadata live, HasMetadata desired) {
    return of(JSON.<JsonNode>valueToTree(live), JSON.valueToTree(desired));
  }

  static List<Difference> of(JsonNode live, JsonNode desired) {
    var managed = new ManagedFields(live);
    var differences = new Differences(managed);
    differences.compare(FieldPath.ROOT, live, desired, managed.ours());
    return differences.found;
  }

  private void compare(FieldPath path, JsonNode live, JsonNode desired, JsonNode owned) {
    if (isMap(desired, owned)) {
      compareFields(path, live, desired, owned);
    } else if (desired.isArray() && hasEntries(owned, "k:")) {
      compareEntries(path, live, desired, owned);
    } else if (owned.isMissingNode()) {
      found.add(new Difference(path.text(), false, managed.holder(path.keys())));
    } else if (!live.equals(desired)) {
      found.add(new Difference(path.text(), true, managed.holder(path.keys())));
    }
  }

  private void compareFields(FieldPath path, JsonNode live, JsonNode desired, JsonNode owned) {
    for (var field : desired.properties()) {
      var below = path.field(field.getKey());
      if (!IDENTITY.contains(below.text()) && !isNothing(field.getValue())) {
        var key = "f:" + field.getKey();
        compare(below, live.path(field.getKey()), field.getValue(), owned.path(key));
      }
    }
    for (var field : owned.properties()) {
      var name = field.getKey().substring(Math.min(2, field.getKey().length()));
      if (field.getKey().startsWith("f:") && isNothing(desired.path(name))) {
        found.add(ours(path.field(name)));
      }
    }
  }

  private void compareEntries(FieldPath path, JsonNode live, JsonNode desired, JsonNode owned) {
    var wanted = new ArrayList<String>();
    for (var entry : desired) {
      var known = FieldPath.keyOf(entry, owned.fieldNames());
      var key = known.orElseGet(() -> FieldPath.guessed(entry, owned.fieldNames()));
      known.ifPresent(wanted::add);
      compare(
          path.entry(key),
          FieldPath.find(live, key),
          known.isPresent() ? entry : MissingNode.getInstance(),
          known.map(owned::path).orElseGet(MissingNode::getInstance));
    }
    owned
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (key.startsWith("k:") && !wanted.contains(key)) {
                found.add(ours(path.entry(key)));
              }
            });
  }

  private static Difference ours(FieldPath path) {
    return new Difference(path.text(), true, Optional.empty());
  }

  /** One that is merged field by field; in our hands as a whole it is compared as a whole. */
  private static boolean isMap(JsonNode desired, JsonNode owned) {
    return desired.isObject()
        && !desired.isEmpty()
        && (owned.isMissingNode() || hasEntries(owned, "f:"));
  }

  private static boolean hasEntries(JsonNode owned, String prefix) {
    for (var names = owned.fieldNames(); names.hasNext(); ) {
      if (names.next().startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNothing(JsonNode value) {
    return value.isMissingNode() || value.isNull() || (value.isArray() && value.isEmpty());
  }
}
