package dev.messageboard.operator.packaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.messageboard.operator.desired.Boards;
import dev.messageboard.operator.desired.DesiredConfigMap;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The nginx that MESSAGEBOARD_NGINX names, else that of the local images. */
final class RealNginx {

  private static final String COMMAND =
      Optional.ofNullable(System.getenv("MESSAGEBOARD_NGINX")).orElse("../deploy/local/nginx");

  /** Those packages want Debian and its mirror, or a cache; a build that has neither goes on. */
  static final boolean IS_THERE = isThere();

  private final Path socket;
  private final Process process;

  /** With what the operator renders for a board; where there is no nginx, the test is skipped. */
  static RealNginx ofABoard(Path directory) throws IOException {
    assumeTrue(IS_THERE, "no nginx");
    var data = DesiredConfigMap.of(Boards.embedded(), Boards.installation(), Boards.connections());
    return new RealNginx(data.getData().get("nginx.conf"), directory);
  }

  /**
   * Serves what the operator rendered on a socket in the directory, with an empty page, and with no
   * API but what listens on the socket "api" there.
   */
  private RealNginx(String configuration, Path directory) throws IOException {
    socket = directory.resolve("s");
    Files.writeString(directory.resolve("nginx.conf"), onSocket(configuration, directory));
    Files.writeString(directory.resolve("index.html"), "");
    Files.writeString(directory.resolve("resolver.conf"), "resolver 127.0.0.1 ipv6=off;");
    // Root's nginx would give its workers to a user who may not enter this directory.
    var user = System.getProperty("user.name").equals("root") ? " user root;" : "";
    process =
        new ProcessBuilder(
                COMMAND,
                "-e",
                "stderr",
                "-c",
                directory.resolve("nginx.conf").toString(),
                "-g",
                "daemon off;" + user)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("nginx.log").toFile())
            .start();
    await("nginx").atMost(Duration.ofMinutes(1)).until(() -> Files.exists(socket));
  }

  private static String onSocket(String configuration, Path directory) {
    return configuration
        .replace("/tmp/", directory + "/")
        .replace("/srv/messageboard", directory.toString())
        .replace("/dev/stdout", directory + "/access.log")
        .replace("listen 8080;", "listen unix:" + directory + "/s;")
        .replaceAll("server \\S+ resolve max_fails=0;", "server unix:" + directory + "/api;");
  }

  /**
   * The answer to these bytes: a problem document, or whatever comes before the connection ends.
   */
  String answerTo(String request) throws IOException {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1)));
      var answer = ByteBuffer.allocate(1 << 14);
      // No further than the document: nginx waits for bodies that it has refused, and then ends.
      boolean isOver;
      do {
        isOver = channel.read(answer) < 0 || answer.get(answer.position() - 1) == '}';
      } while (!isOver);
      return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
    }
  }

  /** What the command prints. */
  static String output(String... arguments) throws IOException {
    var command = Stream.concat(Stream.of(COMMAND), Arrays.stream(arguments)).toList();
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static boolean isThere() {
    try {
      if (output("-v").contains("nginx version")) {
        return true;
      }
    } catch (IOException failure) {
      System.err.println(failure.getMessage());
    }
    System.err.println(
        "not run: what needs nginx itself: %s does not work here".formatted(COMMAND));
    return false;
  }

  void stop() {
    process.destroy();
    process.onExit().join();
  }
}
