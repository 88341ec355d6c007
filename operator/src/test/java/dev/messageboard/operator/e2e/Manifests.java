package dev.messageboard.operator.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The manifests that users apply, from {@code deploy/samples}. */
final class Manifests {

  private static final String THAT_DATABASE =
      "{external: {host: owner-mysql, secretRef: {name: owner-database}}}";

  private Manifests() {}

  /** The MessageBoard of the quickstart under another name, without its namespace. */
  static String quickstartBoard(String name) {
    return board("quickstart.yaml")
        .replaceFirst("(?m)^ +namespace: boards\\n", "")
        .replaceFirst("(?m)^  name: team$", "  name: " + name);
  }

  /** The board of a sample on that database, too, with this merged into its spec. */
  static String sampleOnThatDatabase(String file, String more) {
    ObjectNode board = Serialization.unmarshal(board(file), ObjectNode.class);
    board.withObject("metadata").remove("namespace");
    var spec = board.withObject("spec");
    spec.set("database", yaml(THAT_DATABASE));
    merge(spec, yaml(more));
    return Serialization.asYaml(board);
  }

  /** As a JSON merge patch does it: null takes away. */
  private static void merge(ObjectNode into, JsonNode from) {
    for (var field : from.properties()) {
      if (field.getValue().isNull()) {
        into.remove(field.getKey());
      } else if (field.getValue().isObject() && into.path(field.getKey()).isObject()) {
        merge(into.withObject(field.getKey()), field.getValue());
      } else {
        into.set(field.getKey(), field.getValue());
      }
    }
  }

  private static JsonNode yaml(String text) {
    return Serialization.unmarshal("---\n" + text, JsonNode.class); // else a brace means JSON
  }

  /** A board that only keeps a MySQL for others: no pods of its own tiers. */
  static String database() {
    return """
    apiVersion: messageboard.dev/v1alpha1
    kind: MessageBoard
    metadata: {name: owner}
    spec:
      version: "0.1.0"
      frontend: {replicas: 0}
      api: {replicas: 0}
      database:
        embedded: {reclaimPolicy: Delete}
    """;
  }

  /** A board on the MySQL of {@link #database()}, which is ready sooner than one of its own. */
  static String boardOnThatDatabase(String name, String... lines) {
    return """
    apiVersion: messageboard.dev/v1alpha1
    kind: MessageBoard
    metadata: {name: %s}
    spec:
      version: "0.1.0"
      database: %s
      %s
    """
        .formatted(name, THAT_DATABASE, String.join("\n  ", lines));
  }

  private static String board(String sample) {
    return Arrays.stream(text(sample).split("(?m)^---$"))
        .filter(document -> document.contains("kind: MessageBoard"))
        .findFirst()
        .orElseThrow();
  }

  private static String text(String sample) {
    try {
      return Files.readString(Path.of("..", "deploy", "samples", sample));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
