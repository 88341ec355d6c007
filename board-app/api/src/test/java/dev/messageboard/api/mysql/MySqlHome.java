package dev.messageboard.api.mysql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The directory that holds {@code bin/mysqld}. What was found is kept in a system property, because
 * Quarkus loads test classes several times.
 */
final class MySqlHome {

  private static final String VARIABLE = "MESSAGEBOARD_MYSQL_HOME";
  private static final String FOUND = "messageboard.test.mysql.home";
  private static final Path SCRIPT = Path.of("deploy", "local", "mysql-server");

  private MySqlHome() {}

  static Path path() {
    return Path.of(System.getProperty(FOUND));
  }

  /** Empty if there is a MySQL, else why not and how to get one. */
  static synchronized Optional<String> missing() {
    if (System.getProperty(FOUND) == null) {
      System.setProperty(FOUND, find());
    }
    return Files.isExecutable(path().resolve("bin/mysqld"))
        ? Optional.empty()
        : Optional.of(
            "no bin/mysqld in '%s'; set %s, or see why %s fails"
                .formatted(path(), VARIABLE, SCRIPT));
  }

  private static String find() {
    String given = System.getenv(VARIABLE);
    return given != null ? given : script().map(MySqlHome::answerOf).orElse("");
  }

  private static Optional<Path> script() {
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      if (Files.isExecutable(dir.resolve(SCRIPT))) {
        return Optional.of(dir.resolve(SCRIPT));
      }
    }
    return Optional.empty();
  }

  private static String answerOf(Path script) {
    try {
      Process process =
          new ProcessBuilder(script.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      byte[] answer = process.getInputStream().readAllBytes();
      return process.waitFor() == 0 ? new String(answer, StandardCharsets.UTF_8).strip() : "";
    } catch (IOException failure) {
      return "";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
