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
import java.util.Map;
import java.util.Objects;

/**
 * Server-side apply cannot heal a changed merge key: an edited port is another entry, ours comes
 * back beside it, and a Service refuses the two. Where one of our entries is gone and foreign ones
 * stand in its list, the list is put back first. Foreign entries beside all of ours are left alone.
 */
final class DisplacedEntries {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, List<String>> MERGE_KEYS =
      Map.of(
          "ports", List.of("port", "containerPort", "protocol"),
          "containers", List.of("name"),
          "env", List.of("name"),
          "volumes", List.of("name"),
          "volumeMounts", List.of("mountPath"));

  private static final PatchContext AS_OURSELVES =
      new PatchContext.Builder()
          .withPatchType(PatchType.JSON)
          .withFieldManager(Names.FIELD_MANAGER)
          .build();

  private DisplacedEntries() {}

  static <R extends HasMetadata> void restore(R live, R desired, Context<MessageBoard> context) {
    var patch = patch(JSON.valueToTree(live), JSON.valueToTree(desired));
    if (!patch.isEmpty()) {
      context.getClient().resource(live).patch(AS_OURSELVES, patch.toString());
    }
  }

  /** Guarded by the resourceVersion: what changed meanwhile is looked at again. */
  static ArrayNode patch(JsonNode live, JsonNode desired) {
    var lists = JsonNodeFactory.instance.arrayNode();
    collect("/spec", live.path("spec"), desired.path("spec"), lists);
    if (lists.isEmpty()) {
      return lists;
    }
    var patch = JsonNodeFactory.instance.arrayNode();
    patch.add(operation("test", "/metadata/resourceVersion", live.at("/metadata/resourceVersion")));
    return patch.addAll(lists);
  }

  private static void collect(String path, JsonNode live, JsonNode desired, ArrayNode patch) {
    for (var field : desired.properties()) {
      var below = path + "/" + field.getKey();
      var there = live.path(field.getKey());
      var keys = MERGE_KEYS.get(field.getKey());
      if (field.getValue().isObject()) {
        collect(below, there, field.getValue(), patch);
      } else if (keys != null && there.isArray()) {
        collectList(below, there, field.getValue(), keys, patch);
      }
    }
  }

  private static void collectList(
      String path, JsonNode live, JsonNode desired, List<String> keys, ArrayNode patch) {
    for (var wanted : desired) {
      int index = indexOf(wanted, live, keys);
      if (index < 0 && !live.isEmpty()) {
        patch.add(operation("replace", path, desired));
        return;
      }
      if (index >= 0) {
        collect(path + "/" + index, live.get(index), wanted, patch);
      }
    }
  }

  private static int indexOf(JsonNode wanted, JsonNode live, List<String> keys) {
    for (int i = 0; i < live.size(); i++) {
      var entry = live.get(i);
      if (keys.stream().allMatch(key -> Objects.equals(entry.get(key), wanted.get(key)))) {
        return i;
      }
    }
    return -1;
  }

  private static ObjectNode operation(String name, String path, JsonNode value) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("op", name)
        .put("path", path)
        .set("value", value);
  }
}
