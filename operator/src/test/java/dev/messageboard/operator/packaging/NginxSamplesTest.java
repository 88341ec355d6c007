package dev.messageboard.operator.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Boards;
import dev.messageboard.operator.desired.DesiredConfigMap;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A real nginx reads what the operator renders. The page's browser tests run on the same text, from
 * target/rendered.
 */
class NginxSamplesTest {

  private static final Path SAMPLES = Path.of("..", "deploy", "samples");
  private static final Path RENDERED = Path.of("target", "rendered");

  @TempDir Path tmp;

  @ParameterizedTest(name = "{0}")
  @MethodSource("boards")
  void nginxAcceptsItsConfiguration(String name, MessageBoard board) throws Exception {
    var data = DesiredConfigMap.of(board, Boards.installation(), Boards.connections()).getData();
    var rendered = Files.createDirectories(RENDERED.resolve(name));
    for (var file : List.of("nginx.conf", "config.json")) {
      Files.writeString(rendered.resolve(file), data.get(file));
    }
    assumeTrue(RealNginx.IS_THERE, "no nginx");
    Files.writeString(tmp.resolve("resolver.conf"), "resolver 127.0.0.1 valid=5s ipv6=off;");
    var configuration = tmp.resolve("nginx.conf");
    Files.writeString(configuration, data.get("nginx.conf").replace("/tmp/", tmp + "/"));
    assertThat(RealNginx.output("-t", "-e", "stderr", "-c", configuration.toString()))
        .contains("test is successful")
        .doesNotContain("[warn]");
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
}
