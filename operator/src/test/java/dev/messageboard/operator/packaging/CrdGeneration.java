package dev.messageboard.operator.packaging;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The CRD as the classes of {@code api/v1alpha1} describe it. */
final class CrdGeneration {

  private CrdGeneration() {}

  static String yaml() {
    var output = new InMemory();
    new CRDGenerator()
        .customResourceClasses(MessageBoard.class)
        .withMinQuotes(true)
        .withPostProcessor(new Finish())
        .withOutput(output)
        .generate();
    return output.text().replaceAll("((?:max|min)imum: \\d+)\\.0", "$1");
  }

  /** What the generator has no annotation for. */
  private static final class Finish implements CRDPostProcessor {

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
      crd.getSpec().getVersions().forEach(Finish::finish);
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
      schema.getProperties().get("spec").setDescription("The board as it should be.");
      var status = schema.getProperties().get("status");
      status.setDescription("The board as it was last seen.");
      conditions(status.getProperties().get("conditions"));
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

  private static final class InMemory implements CRDGenerator.CRDOutput<ByteArrayOutputStream> {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public ByteArrayOutputStream outputFor(String crdName) {
      return bytes;
    }

    @Override
    public void close() throws IOException {
      bytes.close();
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
