package dev.messageboard.operator.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README.md leads from a question to the file that answers it. */
class ReadmeTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final Path DESIRED = Path.of("src/main/java/dev/messageboard/operator/desired");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    assertThat(links()).hasSizeGreaterThan(50).allMatch(link -> Files.exists(Path.of(link)));
  }

  @Test
  void everyKindOfChildIsLedTo() throws IOException {
    try (var files = Files.list(DESIRED)) {
      var children = files.map(Path::toString).filter(file -> file.contains("/Desired")).toList();
      assertThat(children).isNotEmpty();
      assertThat(links()).containsAll(children);
    }
  }

  private static List<String> links() throws IOException {
    return LINK.matcher(Files.readString(Path.of("README.md")))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
