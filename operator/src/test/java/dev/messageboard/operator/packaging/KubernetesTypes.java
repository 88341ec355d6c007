package dev.messageboard.operator.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The schemas of the types that a board takes over verbatim, as an API server describes them: the
 * Java classes know neither descriptions nor enums nor what is required.
 */
public final class KubernetesTypes {

  public static final Path FILE = Path.of("src/test/resources/kubernetes-types.json");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, List<String>> TYPES =
      new TreeMap<>(
          Map.of(
              "api/v1",
              List.of("Affinity", "EnvVar", "Toleration", "TopologySpreadConstraint"),
              "apis/autoscaling/v2",
              List.of("HorizontalPodAutoscalerBehavior", "MetricSpec"),
              "apis/networking.k8s.io/v1",
              List.of("NetworkPolicyEgressRule", "NetworkPolicyPeer")));

  /** Not the type of lists: those of a CRD are atomic where nothing else is said. */
  private static final List<String> KEPT =
      List.of("type", "enum", "required", "x-kubernetes-map-type");

  /** The words that an API server takes, and its document does not tell. */
  private static final Map<String, List<String>> UNTOLD =
      Map.of(
          "LabelSelectorRequirement.operator", List.of("DoesNotExist", "Exists", "In", "NotIn"),
          "MetricSpec.type", List.of("ContainerResource", "External", "Object", "Pods", "Resource"),
          "MetricTarget.type", List.of("AverageValue", "Utilization", "Value"),
          "HPAScalingPolicy.type", List.of("Percent", "Pods"),
          "HPAScalingRules.selectPolicy", List.of("Disabled", "Max", "Min"));

  private static final int LONGEST_DESCRIPTION = 100;

  private KubernetesTypes() {}

  static JSONSchemaProps schema(String type) {
    try {
      return JSON.treeToValue(JSON.readTree(FILE.toFile()).get(type), JSONSchemaProps.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String committed() throws IOException {
    return Files.readString(FILE);
  }

  /**
   * @param openApi the document of an API server for a group and version
   */
  public static String distilled(Function<String, String> openApi) throws IOException {
    var all = JsonNodeFactory.instance.objectNode();
    for (var group : TYPES.entrySet()) {
      var schemas =
          JSON.readTree(openApi.apply("/openapi/v3/" + group.getKey())).at("/components/schemas");
      for (var type : group.getValue()) {
        all.set(type, new Distillation(schemas).of(named(type, schemas)));
      }
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
  }

  private static JsonNode named(String type, JsonNode schemas) {
    return schemas.properties().stream()
        .filter(schema -> schema.getKey().startsWith("io.k8s.api."))
        .filter(schema -> schema.getKey().endsWith("." + type))
        .map(schema -> JsonNodeFactory.instance.objectNode().put("$ref", schema.getKey()))
        .findFirst()
        .orElseThrow();
  }

  private record Distillation(JsonNode schemas) {

    ObjectNode of(JsonNode schema) {
      var reference =
          schema.path("allOf").path(0).path("$ref").asText(schema.path("$ref").asText());
      var target = reference.isEmpty() ? schema : schemas.get(reference.replaceAll(".*/", ""));
      var result = target.has("oneOf") ? intOrString() : structure(target);
      addUntold(reference.substring(reference.lastIndexOf('.') + 1), result);
      var description = schema.path("description").asText(target.path("description").asText());
      return result.put("description", firstSentence(description));
    }

    private static void addUntold(String type, ObjectNode structure) {
      for (var field : structure.path("properties").properties()) {
        var words = UNTOLD.get(type + "." + field.getKey());
        if (words != null) {
          words.forEach(((ObjectNode) field.getValue()).putArray("enum")::add);
        }
      }
    }

    private ObjectNode structure(JsonNode schema) {
      var result = JsonNodeFactory.instance.objectNode();
      KEPT.stream().filter(schema::has).forEach(key -> result.set(key, schema.get(key)));
      for (var nested : List.of("items", "additionalProperties")) {
        if (schema.has(nested)) {
          result.set(nested, of(schema.get(nested)).without("description"));
        }
      }
      if (schema.has("properties")) {
        var properties = result.putObject("properties");
        schema
            .get("properties")
            .properties()
            .forEach(property -> properties.set(property.getKey(), of(property.getValue())));
      }
      return result;
    }

    private static ObjectNode intOrString() {
      var result = JsonNodeFactory.instance.objectNode();
      result.put("x-kubernetes-int-or-string", true);
      result.putArray("anyOf").addObject().put("type", "integer");
      result.withArray("anyOf").addObject().put("type", "string");
      return result;
    }

    private static String firstSentence(String text) {
      var sentence = text.strip().split("(?<=[a-z0-9)\\]\"`])\\.(\\s|$)|\\n", 2)[0];
      if (sentence.length() <= LONGEST_DESCRIPTION) {
        return sentence + ".";
      }
      var words = sentence.substring(0, sentence.lastIndexOf(' ', LONGEST_DESCRIPTION));
      return words + " ...";
    }
  }
}
