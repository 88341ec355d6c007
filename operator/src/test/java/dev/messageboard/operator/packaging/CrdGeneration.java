package dev.messageboard.operator.packaging;

import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.crdv2.generator.CRDGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The CRD as the classes of {@code api/v1alpha1} describe it. */
final class CrdGeneration {

  private static final String HEADER =
      "# Generated from operator/src/main/java/dev/messageboard/operator/api: do not edit.\n";
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .disable(YAMLGenerator.Feature.SPLIT_LINES, YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .build();

  private CrdGeneration() {}

  static String yaml() {
    var output = new InMemory();
    new CRDGenerator()
        .customResourceClasses(MessageBoard.class)
        .withMinQuotes(true)
        .withPostProcessor(new CrdFinish())
        .withOutput(output)
        .generate();
    return HEADER + unfolded(output.text()).replaceAll("((?:max|min)imum: \\d+)\\.0", "$1");
  }

  /** Folding costs more than it helps where a description is indented by 50 columns. */
  private static String unfolded(String yaml) {
    try {
      return YAML.writeValueAsString(YAML.readTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
