package dev.messageboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that only the source text can show. */
class SourceTest {

  private static final Pattern BUILT_TEXT =
      Pattern.compile(
          "\"\\s*\\+|\\+\\s*\"|formatted\\(|String\\.(format|join)|StringBuilder|concat\\(");

  @ParameterizedTest
  @MethodSource("all")
  void noFileHasMoreThan200Lines(Path file) throws IOException {
    assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(200);
  }

  @Test
  void halfOfTheFilesHaveAtMost60Lines() {
    List<Long> lengths = all().map(SourceTest::lines).sorted().toList();

    assertThat(lengths.get(lengths.size() / 2)).isLessThanOrEqualTo(60);
  }

  /** A file that talks to the database builds no text at all, so it cannot build a query. */
  @ParameterizedTest
  @MethodSource("withQueries")
  void noQueryIsBuiltFromText(Path file) throws IOException {
    assertThat(Files.readString(file)).doesNotContainPattern(BUILT_TEXT);
  }

  static Stream<Path> all() {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Stream<Path> withQueries() {
    return all()
        .filter(file -> file.startsWith(Path.of("src", "main")))
        .filter(file -> text(file).contains("import io.quarkus.hibernate.orm.panache"));
  }

  private static long lines(Path file) {
    return text(file).lines().count();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
