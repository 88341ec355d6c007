package dev.messageboard.operator.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names the version of the project names the version of the parent pom. */
class VersionTest {

  private static final Path ROOT = Path.of("..");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "operator/pom.xml, <version>(.*)</version>",
    "board-app/pom.xml, <version>(.*)</version>",
    "board-app/api/pom.xml, <version>(.*)</version>",
    "board-app/frontend/package.json, \"version\": \"(.*)\"",
    "deploy/operator/base/deployment.yaml, messageboard-operator:(.*)",
    "deploy/operator/base/deployment.yaml, app.kubernetes.io/version: (.*)",
    "deploy/samples/quickstart.yaml, ' version: (.*)'",
    "deploy/samples/external-database.yaml, ' version: (.*)'",
    "deploy/local/lib.sh, project_version=(.*)",
  })
  void everyFileNamesTheVersionOfTheProject(String file, String pattern) throws IOException {
    assertThat(first(file, pattern)).isEqualTo(first("pom.xml", "<version>(.*)</version>"));
  }

  private static String first(String file, String pattern) throws IOException {
    var match = Pattern.compile(pattern).matcher(Files.readString(ROOT.resolve(file)));
    assertThat(match.find()).as("%s in %s", pattern, file).isTrue();
    return match.group(1).replace("\"", "").strip();
  }
}
