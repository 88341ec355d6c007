package dev.messageboard.operator.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.messageboard.operator.api.v1alpha1.MessageBoardSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whoever looks for a field finds a board in {@code deploy/samples} that sets it. */
class SampleFieldsTest {

  @Test
  void everyFieldOfABoardIsInASample() throws IOException {
    var set = new TreeSet<String>();
    for (var board : boards()) {
      collect("spec", MessageBoardSpec.class, board.path("spec"), set);
    }
    var all = new TreeSet<String>();
    collect("spec", MessageBoardSpec.class, null, all);
    assertThat(all).contains("spec.version", "spec.gateway.parentRefs.port", "spec.api.env");
    assertThat(set).isEqualTo(all);
  }

  /**
   * Kubernetes' own types count as one field.
   *
   * @param value what a board sets; null collects every field there is
   */
  private static void collect(String path, Type type, JsonNode value, Set<String> into) {
    var ours = value == null || !value.isArray() ? type : element(type);
    if (value != null && value.isArray() && isOurs(ours)) {
      value.forEach(item -> collect(path, ours, item, into));
    } else if (isOurs(element(type))) {
      for (var field : fields(element(type))) {
        var below = value == null ? null : value.get(field.getName());
        if (value == null || below != null) {
          collect(path + "." + field.getName(), field.getGenericType(), below, into);
        }
      }
    } else {
      into.add(path);
    }
  }

  private static List<RecordComponent> fields(Type type) {
    return Arrays.asList(((Class<?>) type).getRecordComponents());
  }

  private static Type element(Type type) {
    return type instanceof ParameterizedType list && list.getRawType() == List.class
        ? list.getActualTypeArguments()[0]
        : type;
  }

  private static boolean isOurs(Type type) {
    return type instanceof Class<?> kind
        && kind.isRecord()
        && kind.getPackage().equals(MessageBoardSpec.class.getPackage());
  }

  private static List<JsonNode> boards() throws IOException {
    var boards = new ArrayList<JsonNode>();
    try (var files = Files.list(Path.of("../deploy/samples"))) {
      for (var file : files.toList()) {
        for (var document : Files.readString(file).split("\n---\n")) {
          boards.add(Serialization.unmarshal(document, JsonNode.class));
        }
      }
    }
    boards.removeIf(document -> !"MessageBoard".equals(document.path("kind").asText()));
    return boards;
  }
}
