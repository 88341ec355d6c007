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

  private static String quickstart() {
    try {
      return Files.readString(Path.of("..", "deploy", "samples", "quickstart.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
