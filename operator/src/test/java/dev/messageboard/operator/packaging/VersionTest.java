package dev.messageboard.operator.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.ProjectVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names the version of the project names the version of the parent pom. */
class VersionTest {

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
    "README.md, ' version: (.*)'",
    "README.md, docker build -t .*?:([0-9.]+)",
    "README.md, docker push .*?:([0-9.]+)",
    "README.md, images of version (.*)",
    "README.md, Running +([0-9.]+)",
    "infra-terraform/README.md, image_.*?:([0-9.]+)",
    "deploy/mysql/README.md, messageboard-mysql:([0-9.]+)",
    "deploy/olm/README.md, build .*messageboard-operator-bundle:([0-9.]+)",
    "deploy/olm/README.md, run bundle .*messageboard-operator-bundle:([0-9.]+)",
  })
  void everyFileNamesTheVersionOfTheProject(String file, String pattern) {
    assertThat(ProjectVersion.in(file, pattern)).isEqualTo(ProjectVersion.CURRENT);
  }
}
