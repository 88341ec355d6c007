package dev.messageboard.api.mysql;

import static dev.messageboard.api.mysql.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** mysqld with everything it owns in one directory. */
record MySqlProcess(Path directory, String address, int port) {

  private static final List<String> SMALL_AND_LOCAL =
      List.of(
          "--mysqlx=0",
          "--secure-file-priv=NULL",
          "--skip-log-bin",
          "--performance-schema=OFF",
          "--innodb-buffer-pool-size=64M",
          "--innodb-redo-log-capacity=16M");

  void initialise() {
    try {
      if (launch("--initialize-insecure").waitFor() != 0) {
        throw new IllegalStateException(Files.readString(directory.resolve("log")));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  void start(Path statements) {
    launch("--init-file=" + statements);
  }

  boolean isRunning() {
    return handle().isPresent();
  }

  void kill() {
    signal("KILL");
    await().until(() -> !isRunning());
  }

  void signal(String name) {
    long pid = handle().orElseThrow(() -> new IllegalStateException("mysqld is not running")).pid();
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  void remove() {
    if (isRunning()) {
      kill();
    }
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Optional<ProcessHandle> handle() {
    Path file = directory.resolve("pid");
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
              .filter(ProcessHandle::isAlive)
          : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Process launch(String task) {
    List<String> command = new ArrayList<>();
    command.add(MySqlHome.path().resolve("bin/mysqld").toString());
    command.add("--no-defaults");
    command.add(task);
    command.add("--user=" + System.getProperty("user.name"));
    command.add("--datadir=" + directory.resolve("data"));
    command.add("--pid-file=" + directory.resolve("pid"));
    command.add("--socket=" + directory.resolve("s"));
    command.add("--bind-address=" + address);
    command.add("--port=" + port);
    command.addAll(SMALL_AND_LOCAL);
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()))
          .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
