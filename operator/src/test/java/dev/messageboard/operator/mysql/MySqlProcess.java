package dev.messageboard.operator.mysql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** mysqld with everything it owns in one directory. */
final class MySqlProcess {

  private static final List<String> SMALL_AND_LOCAL =
      List.of(
          "--bind-address=127.0.0.1",
          "--mysqlx=0",
          "--secure-file-priv=NULL",
          "--skip-log-bin",
          "--performance-schema=OFF",
          "--innodb-buffer-pool-size=64M",
          "--innodb-redo-log-capacity=16M");

  private final Path directory;
  private final int port;
  private final List<String> options;
  private Process process;

  MySqlProcess(Path directory, int port, List<String> options) {
    this.directory = directory;
    this.port = port;
    this.options = options;
  }

  void initialise() {
    try {
      if (launch("--initialize-insecure").waitFor() != 0) {
        throw new IllegalStateException(Files.readString(directory.resolve("log")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void start() {
    process = launch("--init-file=" + directory.resolve("init.sql"));
  }

  boolean isRunning() {
    return process != null && process.isAlive();
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  void remove() {
    if (isRunning()) {
      kill();
    }
    if (!Files.exists(directory)) {
      return;
    }
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch(String task) {
    var command = new ArrayList<String>();
    command.add(MySqlHome.directory().resolve("bin/mysqld").toString());
    command.add("--no-defaults");
    command.add(task);
    command.add("--user=" + System.getProperty("user.name"));
    command.add("--datadir=" + directory.resolve("data"));
    command.add("--pid-file=" + directory.resolve("pid"));
    command.add("--socket=" + directory.resolve("s"));
    command.add("--port=" + port);
    command.addAll(SMALL_AND_LOCAL);
    command.addAll(options);
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
