package dev.messageboard.operator.apiserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One field that the operator set, as the API server knows it: f:spec, f:ports, k:{...}, f:name.
 */
record Leaf(List<String> keys) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<List<String>> WORDS =
      List.of(
          List.of("Always", "IfNotPresent", "Never"),
          List.of("TCP", "UDP"),
          List.of("ClusterIP", "NodePort"),
          List.of("RuntimeDefault", "Unconfined"),
          List.of("In", "NotIn"),
          List.of("NoSchedule", "NoExecute"),
          List.of("DoNotSchedule", "ScheduleAnyway"),
          List.of("Honor", "Ignore"),
          List.of("Prefix", "Exact"),
          List.of("Ingress", "Egress"),
          List.of("File", "FallbackToLogsOnError"),
          List.of("ClusterFirst", "Default"),
          List.of("HTTP", "HTTPS"),
          List.of("IfHealthyBudget", "AlwaysAllow"),
          List.of("config", "database", "keys", "tmp", "data", "passwords", "run"),
          List.of("OnRootMismatch", "Always"),
          List.of("Delete", "Retain"),
          List.of("Min", "Max", "Disabled"));

  /** Numbers of something, quantities, parts of a whole, ports, address ranges, paths. */
  private static final List<String> FORMS =
      List.of("7", "1m", "7Mi", "7Gi", "51%", "other", "11.0.0.0/8", "/other");

  /** All fields of an object that the operator has applied. */
  static List<Leaf> of(HasMetadata object) {
    var leaves = new ArrayList<Leaf>();
    for (var entry : tree(object).at("/metadata/managedFields")) {
      if ("messageboard-operator".equals(entry.path("manager").asText())
          && "Apply".equals(entry.path("operation").asText())) {
        collect(List.of(), entry.path("fieldsV1"), leaves);
      }
    }
    return leaves;
  }

  private static void collect(List<String> keys, JsonNode fields, List<Leaf> leaves) {
    var below = fields.properties().stream().filter(f -> !".".equals(f.getKey())).toList();
    if (below.isEmpty()) {
      leaves.add(new Leaf(keys));
    }
    for (var field : below) {
      collect(
          Stream.concat(keys.stream(), Stream.of(field.getKey())).toList(),
          field.getValue(),
          leaves);
    }
  }

  static JsonNode tree(HasMetadata object) {
    return JSON.valueToTree(object);
  }

  JsonNode in(JsonNode object) {
    var pointer = pointer(object);
    return pointer.isEmpty() ? MissingNode.getInstance() : object.at(pointer);
  }

  /** Where it stands in this object now; empty when its entry of a list is gone. */
  String pointer(JsonNode object) {
    var node = object;
    var pointer = new StringBuilder();
    for (var key : keys) {
      var step = step(node, key);
      if (step.isEmpty()) {
        return "";
      }
      pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
      node = node.isArray() ? node.get(Integer.parseInt(step)) : node.path(step);
    }
    return pointer.toString();
  }

  private static String step(JsonNode node, String key) {
    if (key.startsWith("f:")) {
      return key.substring(2);
    }
    var wanted = parsed(key.substring(2));
    for (int i = 0; i < node.size(); i++) {
      var entry = node.get(i);
      if (wanted.properties().stream().allMatch(f -> f.getValue().equals(entry.get(f.getKey())))) {
        return Integer.toString(i);
      }
    }
    return "";
  }

  /** Whether it is one of the fields by which its entry of a list is known. */
  boolean isPartOfAKey() {
    var field = keys.get(keys.size() - 1);
    var entry = keys.get(Math.max(0, keys.size() - 2));
    return entry.startsWith("k:") && parsed(entry.substring(2)).has(field.substring(2));
  }

  /** JSON patches that take it away: one, or none when it is not there. */
  Stream<String> removal(JsonNode object) {
    return patches(object, Stream.of(JsonNodeFactory.instance.objectNode().put("op", "remove")));
  }

  /** JSON patches that give it another value; not every one makes sense to the API server. */
  Stream<String> changes(JsonNode object) {
    var value = in(object);
    if (value.isTextual()) {
      return patches(object, others(value.asText()).map(other -> replacing(new TextNode(other))));
    }
    if (value.isBoolean()) {
      return patches(object, Stream.of(replacing(BooleanNode.valueOf(!value.asBoolean()))));
    }
    return value.isNumber()
        ? patches(object, Stream.of(replacing(new LongNode(value.asLong() + 1))))
        : removal(object);
  }

  private Stream<String> patches(JsonNode object, Stream<ObjectNode> operations) {
    var pointer = pointer(object);
    return pointer.isEmpty()
        ? Stream.empty()
        : operations.map(
            operation ->
                JsonNodeFactory.instance
                    .arrayNode()
                    .add(operation.put("path", pointer))
                    .toString());
  }

  private static ObjectNode replacing(JsonNode value) {
    return JsonNodeFactory.instance.objectNode().put("op", "replace").set("value", value);
  }

  /** Free text, what stands beside it in its list of words, and a value of each usual form. */
  private Stream<String> others(String text) {
    if (keys.contains("f:data") && text.matches("[A-Za-z0-9+/]+=*")) {
      return Stream.of("ZWRpdGVk");
    }
    var words =
        WORDS.stream()
            .filter(list -> list.contains(text))
            .flatMap(List::stream)
            .filter(word -> !word.equals(text));
    return Stream.of(Stream.of(text + "x"), words, FORMS.stream())
        .flatMap(candidates -> candidates);
  }

  @Override
  public String toString() {
    return String.join(".", keys);
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
