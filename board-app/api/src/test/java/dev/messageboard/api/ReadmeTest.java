package dev.messageboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README shows how to ask for everything that the description of the API has. */
class ReadmeTest {

  private static final Pattern CURL = Pattern.compile("`(curl [^`]+)`");
  private static final Pattern METHOD = Pattern.compile("-X ([A-Z]+)");
  private static final Pattern BODY = Pattern.compile("-d |--data-binary ");
  private static final Pattern PATH = Pattern.compile("\\$B(/[^\\s\"?]*)");

  @Test
  void everyOperationHasACurlLineAndNoOther() throws IOException {
    Set<String> described = OpenApiTest.described();

    assertThat(shown(described)).isEqualTo(described);
  }

  /** A line that fits no operation stands for itself. */
  private static Set<String> shown(Set<String> described) throws IOException {
    return CURL.matcher(Files.readString(Path.of("README.md")))
        .results()
        .map(curl -> curl.group(1))
        .filter(curl -> curl.contains("$B"))
        .map(ReadmeTest::request)
        .map(
            request ->
                described.stream()
                    .filter(operation -> request.matches(form(operation)))
                    .findFirst()
                    .orElse(request))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Method and path, as curl would send them. */
  private static String request(String curl) {
    List<String> paths = PATH.matcher(curl).results().map(path -> path.group(1)).toList();
    assertThat(paths).as(curl).hasSize(1);
    String method =
        METHOD
            .matcher(curl)
            .results()
            .map(named -> named.group(1))
            .findFirst()
            .orElse(BODY.matcher(curl).find() ? "POST" : "GET");
    return method + " " + paths.get(0);
  }

  private static String form(String operation) {
    return operation.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+");
  }
}
