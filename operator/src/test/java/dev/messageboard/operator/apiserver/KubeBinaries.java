package dev.messageboard.operator.apiserver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The directory with kube-apiserver and etcd, named by MESSAGEBOARD_KUBE_BIN. */
final class KubeBinaries {

  private static final String VARIABLE = "MESSAGEBOARD_KUBE_BIN";
  private static final AtomicBoolean TOLD = new AtomicBoolean();

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
    if (!TOLD.getAndSet(true)) {
      System.out.println(
          "not run: *ApiServerTest, because %s names no directory with kube-apiserver and etcd: export %s=$(deploy/local/binaries)"
              .formatted(VARIABLE, VARIABLE));
    }
    return true;
  }
}
