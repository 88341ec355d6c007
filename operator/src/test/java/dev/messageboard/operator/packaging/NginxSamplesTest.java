package dev.messageboard.operator.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Boards;
import dev.messageboard.operator.desired.DesiredConfigMap;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A real nginx reads what the operator renders: the one that MESSAGEBOARD_NGINX names, else that of
 * the local images. The page's browser tests run on the same text, from target/rendered.
 */
class NginxSamplesTest {

  private static final Path SAMPLES = Path.of("..", "deploy", "samples");
  private static final Path RENDERED = Path.of("target", "rendered");
  private static final String NGINX =
      Optional.ofNullable(System.getenv("MESSAGEBOARD_NGINX")).orElse("../deploy/local/nginx");

  /** Those packages want Debian and its mirror, or a cache; a build that has neither goes on. */
  private static final boolean IS_THERE = isThere();

  @TempDir Path tmp;

  @ParameterizedTest(name = "{0}")
  @MethodSource("boards")
  void nginxAcceptsItsConfiguration(String name, MessageBoard board) throws Exception {
    var data = DesiredConfigMap.of(board, Boards.installation(), Boards.connections()).getData();
    var rendered = Files.createDirectories(RENDERED.resolve(name));
    for (var file : List.of("nginx.conf", "config.json")) {
      Files.writeString(rendered.resolve(file), data.get(file));
    }
    assumeTrue(IS_THERE, "no nginx");
    Files.writeString(tmp.resolve("resolver.conf"), "resolver 127.0.0.1 valid=5s ipv6=off;");
    var configuration = tmp.resolve("nginx.conf");
    Files.writeString(configuration, data.get("nginx.conf").replace("/tmp/", tmp + "/"));
    assertThat(output(NGINX, "-t", "-e", "stderr", "-c", configuration.toString()))
        .contains("test is successful")
        .doesNotContain("[warn]");
  }

  private static boolean isThere() {
    try {
      if (output(NGINX, "-v").contains("nginx version")) {
        return true;
      }
    } catch (Exception failure) {
      System.err.println(failure.getMessage());
    }
    System.err.println("not run: nginx -t on every sample: %s does not work here".formatted(NGINX));
    return false;
  }

  static Stream<Object[]> boards() throws IOException {
    try (var files = Files.list(SAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
          .flatMap(file -> boardsIn(file).map(board -> new Object[] {nameOf(file, board), board}));
    }
  }

  private static String nameOf(Path file, MessageBoard board) {
    return file.getFileName().toString().replace(".yaml", "") + "-" + board.getMetadata().getName();
  }

  private static Stream<MessageBoard> boardsIn(Path file) {
    try {
      return Stream.of(Files.readString(file).split("(?m)^---$"))
          .filter(document -> document.contains("kind: MessageBoard\n"))
          .map(document -> Serialization.unmarshal(document, MessageBoard.class));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String output(String... command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
