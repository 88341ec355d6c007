package dev.messageboard.api.pod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The classes as a JVM has them once the service runs, which the image has too: with them a pod
 * starts with half the work. Made once in a build, by a pod that serves nobody.
 */
final class ClassArchive {

  private static final Path FILE = Path.of("target", "classes.jsa");

  private static List<String> options;

  private ClassArchive() {}

  /** What the JVM of a pod is told of it: nothing if this JVM can make none. */
  static synchronized List<String> of(Path app) {
    if (options == null) {
      make(app);
      options = Files.exists(FILE) ? List.of("-XX:SharedArchiveFile=" + FILE) : List.of();
    }
    return options;
  }

  private static void make(Path app) {
    try (Replicas board = new Replicas("trained", Map.of("QUARKUS_SHUTDOWN_DELAY", "0S"))) {
      Files.deleteIfExists(FILE);
      Pod pod = board.start(app, "-XX:ArchiveClassesAtExit=" + FILE);
      pod.terminate();
      pod.exitCode();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
