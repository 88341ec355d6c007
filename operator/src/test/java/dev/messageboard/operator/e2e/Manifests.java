package dev.messageboard.operator.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.messageboard.operator.ProjectVersion;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The manifests that users apply, from {@code deploy/samples}. */
final class Manifests {

  /** Of the images that the nodes have. */
  static final String VERSION = ProjectVersion.CURRENT;

  private static final String THAT_DATABASE =
      "{external: {host: owner-mysql, secretRef: {name: owner-database}}}";

  private Manifests() {}

  /** The MessageBoard of the quickstart under another name, without its namespace. */
  static String quickstartBoard(String name) {
    return boardOf("quickstart.yaml").replaceFirst("(?m)^  name: team$", "  name: " + name);
  }

  /** The board of a sample, for whatever namespace it is applied to. */
  static String boardOf(String sample) {
    return board(sample).replaceFirst("(?m)^ +namespace: .*\\n", "");
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
      version: "%s"
      frontend: {replicas: 0}
      api: {replicas: 0}
      database:
        embedded: {reclaimPolicy: Delete}
    """
        .formatted(VERSION);
  }

  /** A board on the MySQL of {@link #database()}, which is ready sooner than one of its own. */
  static String boardOnThatDatabase(String name, String... lines) {
    return """
    apiVersion: messageboard.dev/v1alpha1
    kind: MessageBoard
    metadata: {name: %s}
    spec:
      version: "%s"
      database: %s
      %s
    """
        .formatted(name, VERSION, THAT_DATABASE, String.join("\n  ", lines));
  }

  /** The Secret of that sample by which the platform team offers a server, under this name. */
  static String offer(String name, String host, String admitted) {
    return document("samples/database-provisioned.yaml", "kind: Secret")
        .replace("mysql-main", name)
        .replace("mysql.databases.example.org", host)
        .replaceFirst("(?m)(allowed-namespaces: ).*$", "$1" + admitted);
  }

  /** The Job that takes an old application's messages, for another board than {@code team}. */
  static String adoption(String board, String image, String url) {
    return document("moving/adopt.yaml", "kind: Job")
        .replaceFirst("(?m)^ +namespace: boards\\n", "")
        .replace("instance: team", "instance: " + board)
        .replaceAll("team-(database|config)", board + "-$1")
        .replaceFirst("(?m)(image: ).*$", "$1" + image)
        .replaceFirst("jdbc:mysql://[^?]*", url);
  }

  private static String board(String sample) {
    return document("samples/" + sample, "kind: MessageBoard");
  }

  private static String document(String file, String kind) {
    return Arrays.stream(text(file).split("(?m)^---$"))
        .filter(document -> document.contains(kind))
        .findFirst()
        .orElseThrow();
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of("..", "deploy").resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
