package dev.messageboard.operator.packaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaPropsOrArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What the generator has no annotation for. */
final class CrdFinish implements CRDPostProcessor {

  private static final Map<String, String> CONDITION =
      Map.of(
          "type", "What it is about.",
          "status", "Whether it is so.",
          "reason", "Why, in one word for programs.",
          "message", "Why, in a sentence for people.",
          "observedGeneration", "The generation of the spec that it is about.",
          "lastTransitionTime", "Since when the status is what it is.");

  @Override
  public HasMetadata process(HasMetadata object, String crdVersion) {
    var crd = (CustomResourceDefinition) object;
    crd.getSpec().getVersions().forEach(CrdFinish::finish);
    return crd;
  }

  private static void finish(CustomResourceDefinitionVersion version) {
    var order =
        Arrays.stream(MessageBoard.class.getAnnotationsByType(AdditionalPrinterColumn.class))
            .map(AdditionalPrinterColumn::name)
            .toList();
    version
        .getAdditionalPrinterColumns()
        .sort(Comparator.comparingInt(column -> order.indexOf(column.getName())));
    var schema = version.getSchema().getOpenAPIV3Schema();
    schema.setDescription(
        "A message board: a page, an API and a database, run from this description.");
    var spec = schema.getProperties().get("spec");
    spec.setDescription("The board as it should be.");
    verbatim(spec);
    spec.getProperties().values().forEach(CrdFinish::withoutEmptyDefaults);
    var status = schema.getProperties().get("status");
    status.setDescription("The board as it was last seen.");
    conditions(status.getProperties().get("conditions"));
  }

  private static void verbatim(JSONSchemaProps spec) {
    for (var tier : List.of("frontend", "api")) {
      replace(at(spec, tier, "scheduling"), "affinity", "Affinity");
      replace(at(spec, tier, "scheduling"), "tolerations", "Toleration");
      replace(
          at(spec, tier, "scheduling"), "topologySpreadConstraints", "TopologySpreadConstraint");
      replace(at(spec, tier, "autoscaling"), "metrics", "MetricSpec");
      replace(at(spec, tier, "autoscaling"), "behavior", "HorizontalPodAutoscalerBehavior");
      uniqueNames(at(spec, tier, "imagePullSecrets"));
    }
    replace(at(spec, "api"), "env", "EnvVar");
    uniqueNames(at(spec, "api", "env"));
    variables(at(spec, "api", "env").getItems().getSchema().getProperties().get("name"));
    replace(at(spec, "networkPolicy"), "ingressFrom", "NetworkPolicyPeer");
    replace(at(spec, "networkPolicy"), "extraEgress", "NetworkPolicyEgressRule");
  }

  /** A section's default is its fields' defaults; what is empty by default need not be said. */
  private static void withoutEmptyDefaults(JSONSchemaProps schema) {
    if (schema.getDefault() instanceof ObjectNode fields) {
      prune(fields);
    }
    schema.getProperties().values().forEach(CrdFinish::withoutEmptyDefaults);
  }

  private static void prune(ObjectNode fields) {
    fields.forEach(
        field -> {
          if (field instanceof ObjectNode nested) {
            prune(nested);
          }
        });
    fields
        .properties()
        .removeIf(field -> field.getValue().isContainerNode() && field.getValue().isEmpty());
  }

  private static JSONSchemaProps at(JSONSchemaProps schema, String... path) {
    var found = schema;
    for (var step : path) {
      found = found.getProperties().get(step);
    }
    return found;
  }

  private static void replace(JSONSchemaProps parent, String field, String type) {
    var generated = parent.getProperties().get(field);
    var known = KubernetesTypes.schema(type);
    if (generated.getItems() == null) {
      known.setDescription(generated.getDescription());
      parent.getProperties().put(field, known);
    } else {
      known.setDescription(null);
      generated.setItems(new JSONSchemaPropsOrArray(List.of(), known));
    }
  }

  private static void uniqueNames(JSONSchemaProps list) {
    list.setXKubernetesListType("map");
    list.setXKubernetesListMapKeys(List.of("name"));
  }

  private static void variables(JSONSchemaProps name) {
    name.setPattern("^[-._A-Za-z][-._A-Za-z0-9]*$");
    name.setMaxLength(256L);
  }

  private static void conditions(JSONSchemaProps conditions) {
    conditions.setXKubernetesListType("map");
    conditions.setXKubernetesListMapKeys(List.of("type"));
    var condition = conditions.getItems().getSchema();
    condition.setRequired(List.of("lastTransitionTime", "message", "reason", "status", "type"));
    CONDITION.forEach((field, text) -> condition.getProperties().get(field).setDescription(text));
    condition.getProperties().get("status").setPattern("^(True|False|Unknown)$");
  }
}
