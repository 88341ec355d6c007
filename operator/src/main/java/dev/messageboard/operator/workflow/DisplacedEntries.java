package dev.messageboard.operator.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Names;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.util.List;
import java.util.Set;

/**
 * Server-side apply cannot heal a changed merge key: an edited port is another entry, ours comes
 * back beside it, and a Service refuses the two. Where one of our entries is gone and others hold
 * one that is not ours, the list is put back first. Foreign entries beside all of ours are left
 * alone. Which lists have keys, the managedFields tell.
 */
final class DisplacedEntries {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final PatchContext AS_OURSELVES =
      new PatchContext.Builder()
          .withPatchType(PatchType.JSON)
          .withFieldManager(Names.FIELD_MANAGER)
          .build();

  private final ManagedFields managed;
  private final ArrayNode operations = JsonNodeFactory.instance.arrayNode();

  private DisplacedEntries(ManagedFields managed) {
    this.managed = managed;
  }

  static <R extends HasMetadata> void restore(R live, R desired, Context<MessageBoard> context) {
    var patch = patch(JSON.valueToTree(live), JSON.valueToTree(desired));
    if (!patch.isEmpty()) {
      context.getClient().resource(live).patch(AS_OURSELVES, patch.toString());
    }
  }

  /** Guarded by the resourceVersion: what changed meanwhile is looked at again. */
  static ArrayNode patch(JsonNode live, JsonNode desired) {
    var managed = new ManagedFields(live);
    var displaced = new DisplacedEntries(managed);
    displaced.collect(
        FieldPath.ROOT.field("spec"), "/spec", live.path("spec"), desired.path("spec"));
    managed
        .patchThatHolds(desired)
        .ifPresent(index -> displaced.add("remove", "/metadata/managedFields/" + index, null));
    var patch = JsonNodeFactory.instance.arrayNode();
    if (displaced.operations.isEmpty()) {
      return patch;
    }
    patch.add(operation("test", "/metadata/resourceVersion", live.at("/metadata/resourceVersion")));
    return patch.addAll(displaced.operations);
  }

  private void collect(FieldPath path, String pointer, JsonNode live, JsonNode desired) {
    for (var field : desired.properties()) {
      var below = path.field(field.getKey());
      var place = pointer + "/" + field.getKey();
      var there = live.path(field.getKey());
      if (field.getValue().isObject()) {
        collect(below, place, there, field.getValue());
      } else if (field.getValue().isArray() && there.isArray()) {
        collectList(below, place, there, field.getValue());
      }
    }
  }

  private void collectList(FieldPath path, String pointer, JsonNode live, JsonNode desired) {
    var entries = managed.entries(path);
    if (isDisplaced(path, desired, entries)) {
      add("replace", pointer, desired);
      return;
    }
    for (var wanted : desired) {
      var key = FieldPath.keyOf(wanted, entries.iterator());
      int index = key.map(known -> indexOf(known, live)).orElse(-1);
      if (index >= 0) {
        collect(path.entry(key.get()), pointer + "/" + index, live.get(index), wanted);
      }
    }
  }

  private boolean isDisplaced(FieldPath path, JsonNode desired, Set<String> entries) {
    var foreign = managed.entriesOfOthers(path);
    int found = 0;
    for (var wanted : desired) {
      var key = FieldPath.keyOf(wanted, entries.iterator());
      key.ifPresent(foreign::remove);
      found += key.isPresent() ? 1 : 0;
    }
    return found < desired.size() && !foreign.isEmpty();
  }

  private static int indexOf(String key, JsonNode live) {
    for (int i = 0; i < live.size(); i++) {
      if (FieldPath.keyOf(live.get(i), List.of(key).iterator()).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  private void add(String name, String path, JsonNode value) {
    operations.add(operation(name, path, value));
  }

  private static ObjectNode operation(String name, String path, JsonNode value) {
    var operation = JsonNodeFactory.instance.objectNode().put("op", name).put("path", path);
    return value == null ? operation : operation.set("value", value);
  }
}
