package dev.messageboard.operator.apiserver;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The boards of deploy/samples, in a namespace of a test. */
final class Samples {

  private static final Path DIRECTORY = Path.of("../deploy/samples");

  private Samples() {}

  static List<String> names() {
    try (var files = Files.list(DIRECTORY)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The Secrets that the sample's board names, as far as the sample has them. */
  static void createSecrets(KubernetesClient client, String namespace, String sample) {
    for (var object : objects(sample)) {
      if ("Secret".equals(object.getKind())
          && "boards".equals(object.getMetadata().getNamespace())) {
        object.getMetadata().setNamespace(namespace);
        client.resource(object).createOr(NonDeletingOperation::update);
      }
    }
  }

  /** With a MySQL pod of its own, and nobody to wait for: there is no server to be let in to. */
  static String createBoard(KubernetesClient client, String namespace, String sample) {
    createSecrets(client, namespace, sample);
    var board = board(sample);
    Map<String, Object> spec = board.get("spec");
    spec.computeIfPresent(
        "database",
        (key, database) ->
            database instanceof Map<?, ?> choice && choice.containsKey("embedded")
                ? database
                : Map.of("embedded", Map.of()));
    spec.put("migration", Map.of("mode", "Disabled"));
    return create(client, namespace, board);
  }

  /**
   * As it is written, but that its database is where a test has one, and looked at more often.
   *
   * @param port of the MySQL on this machine, where the operator itself would log in at another
   */
  static String createBoardAt(KubernetesClient client, String namespace, String sample, int port) {
    var board = board(sample);
    Map<String, Object> database = board.get("spec", "database");
    var check = new HashMap<String, Object>(Map.of("interval", "5s", "timeout", "5s"));
    if (database.containsKey("embedded")
        || "Disabled".equals(board.get("spec", "database", "check", "mode"))) {
      check.put("mode", "Disabled");
    } else if (database.containsKey("external") && !"IAM".equals(database.get("auth"))) {
      Map<String, Object> external = board.get("spec", "database", "external");
      external.putAll(Map.of("host", "127.0.0.1", "port", port));
    }
    database.put("check", check);
    return create(client, namespace, board);
  }

  private static String create(
      KubernetesClient client, String namespace, GenericKubernetesResource board) {
    board.getMetadata().setNamespace(namespace);
    client.resource(board).create();
    return board.getMetadata().getName();
  }

  static GenericKubernetesResource board(String sample) {
    return objects(sample).stream()
        .filter(object -> "MessageBoard".equals(object.getKind()))
        .findFirst()
        .orElseThrow();
  }

  private static List<GenericKubernetesResource> objects(String sample) {
    try {
      return Arrays.stream(Files.readString(DIRECTORY.resolve(sample)).split("\n---\n"))
          .map(text -> Serialization.unmarshal(text, GenericKubernetesResource.class))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
