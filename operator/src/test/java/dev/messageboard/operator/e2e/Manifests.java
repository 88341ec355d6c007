package dev.messageboard.operator.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The manifests that users apply, from {@code deploy/samples}. */
final class Manifests {

  private Manifests() {}

  /** The MessageBoard of the quickstart under another name, without its namespace. */
  static String quickstartBoard(String name) {
    return Arrays.stream(quickstart().split("(?m)^---$"))
        .filter(document -> document.contains("kind: MessageBoard"))
        .findFirst()
        .orElseThrow()
        .replaceFirst("(?m)^ +namespace: boards\\n", "")
        .replaceFirst("(?m)^  name: team$", "  name: " + name);
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
      database:
        external: {host: owner-mysql, secretRef: {name: owner-database}}
      %s
    """
        .formatted(name, String.join("\n  ", lines));
  }

  private static String quickstart() {
    try {
      return Files.readString(Path.of("..", "deploy", "samples", "quickstart.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
