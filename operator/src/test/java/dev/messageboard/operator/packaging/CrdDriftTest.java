package dev.messageboard.operator.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrdDriftTest {

  private static final Path COMMITTED =
      Path.of("..", "crds", "messageboards.messageboard.dev-v1.yml");

  @Test
  void theCommittedCrdIsTheOneThatTheClassesDescribe() throws IOException {
    var generated = CrdGeneration.yaml();
    if (Boolean.getBoolean("crd.update")) {
      Files.writeString(COMMITTED, generated);
    }
    assertThat(Files.readString(COMMITTED))
        .as(
            "crds/ is out of date: run `mvn -pl operator test -Dtest=CrdDriftTest -Dcrd.update=true` and commit it")
        .isEqualTo(generated);
  }

  /** An API server takes up to 1.5 MiB, but people read this, and `kubectl apply` remembers it. */
  @Test
  void theCrdStaysBelow200KiB() {
    assertThat(CrdGeneration.yaml().getBytes(StandardCharsets.UTF_8).length).isLessThan(200 * 1024);
  }

  @Test
  void kubectlExplainHasAWordOnEveryField() throws IOException {
    var crd = Serialization.unmarshal(Files.readString(COMMITTED), CustomResourceDefinition.class);
    var schema = crd.getSpec().getVersions().get(0).getSchema().getOpenAPIV3Schema();
    assertThat(unexplained("spec", schema.getProperties().get("spec"))).isEmpty();
    assertThat(unexplained("status", schema.getProperties().get("status"))).isEmpty();
  }

  private static List<String> unexplained(String path, JSONSchemaProps schema) {
    var found = new ArrayList<String>();
    if (schema.getDescription() == null || schema.getDescription().isBlank()) {
      found.add(path);
    }
    var items = schema.getItems() == null ? schema : schema.getItems().getSchema();
    items
        .getProperties()
        .forEach((name, property) -> found.addAll(unexplained(path + "." + name, property)));
    return found;
  }
}
