package dev.messageboard.operator.apiserver;

import dev.messageboard.operator.mysql.MySqlHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The directory with kube-apiserver and etcd, named by MESSAGEBOARD_KUBE_BIN. */
final class KubeBinaries {

  private static final String VARIABLE = "MESSAGEBOARD_KUBE_BIN";

  private KubeBinaries() {}

  static Optional<Path> directory() {
    return Optional.ofNullable(System.getenv(VARIABLE))
        .map(Path::of)
        .filter(path -> Files.isExecutable(path.resolve("kube-apiserver")))
        .filter(path -> Files.isExecutable(path.resolve("etcd")));
  }

  /**
   * A condition of JUnit: absent binaries skip the class, with one line that says how to get them.
   */
  static boolean areAbsent() {
    if (directory().isPresent()) {
      return false;
    }
    // Quarkus loads this class more than once.
    if (System.setProperty(VARIABLE + ".told", "yes") == null) {
      System.out.println(
          "not run: *ApiServerTest, because %s names no directory with kube-apiserver and etcd: export %s=$(deploy/local/binaries)"
              .formatted(VARIABLE, VARIABLE));
    }
    return true;
  }

  /** For what needs both; each tells for itself that it is missing. */
  static boolean orMySqlAreAbsent() {
    return areAbsent() | MySqlHome.isAbsent();
  }
}
