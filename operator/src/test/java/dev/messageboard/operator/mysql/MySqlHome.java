package dev.messageboard.operator.mysql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The directory that holds {@code bin/mysqld}, named by MESSAGEBOARD_MYSQL_HOME. */
public final class MySqlHome {

  private static final String VARIABLE = "MESSAGEBOARD_MYSQL_HOME";

  private MySqlHome() {}

  static Path directory() {
    return found().orElseThrow();
  }

  private static Optional<Path> found() {
    return Optional.ofNullable(System.getenv(VARIABLE))
        .map(Path::of)
        .filter(path -> Files.isExecutable(path.resolve("bin/mysqld")));
  }

  /** A condition of JUnit: without a MySQL the class is left out, with one line that says so. */
  public static boolean isAbsent() {
    if (found().isPresent()) {
      return false;
    }
    // Quarkus loads this class more than once.
    if (System.setProperty(VARIABLE + ".told", "yes") == null) {
      System.out.println(
          "not run: tests on a real MySQL, because %s names no directory with bin/mysqld: export %s=$(deploy/local/mysql-server)"
              .formatted(VARIABLE, VARIABLE));
    }
    return true;
  }
}
