package dev.messageboard.operator.packaging;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.crdv2.generator.CRDGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The CRD as the classes of {@code api/v1alpha1} describe it. */
final class CrdGeneration {

  private static final String HEADER =
      "# Generated from operator/src/main/java/dev/messageboard/operator/api: do not edit.\n";

  private CrdGeneration() {}

  static String yaml() {
    var output = new InMemory();
    new CRDGenerator()
        .customResourceClasses(MessageBoard.class)
        .withMinQuotes(true)
        .withPostProcessor(new CrdFinish())
        .withOutput(output)
        .generate();
    return HEADER + compact(output.text()).replaceAll("((?:max|min)imum: \\d+)\\.0", "$1");
  }

  /** A field without fields of its own is one line; deep down every line is half indentation. */
  private static String compact(String yaml) {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
    options.setSplitLines(false);
    return new Yaml(options).dump(new Yaml().load(yaml));
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
