package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.mysql.ServerCertificate;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples of external databases, as they are written: only their servers are not there. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class DatabaseSamplesApiServerTest extends BoardsOnApiServer {

  private static final Path SAMPLES = Path.of("..", "deploy", "samples");

  private String bundle;

  @BeforeAll
  void makeABundle() {
    bundle = ServerCertificate.of("dns:one").pem() + ServerCertificate.of("dns:two").pem();
  }

  @ParameterizedTest
  @CsvSource({
    "external-database.yaml, team-external",
    "database-external-rds.yaml, team-rds",
    "database-tls.yaml, team-tls"
  })
  void allThatTheBoardNamesIsThereAndTheServerIsTried(String sample, String board)
      throws IOException {
    apply(sample);
    awaitCondition(board, "SecretsResolved", "True Resolved");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(stage.condition(board, "DatabaseReady"))
                    .matches("False (DnsFailure|Timeout): .*"));
  }

  @Test
  void theJobOfTheBoardOnIamLogsInAndNobodyElse() throws IOException {
    apply("database-iam.yaml");
    var jobs = new JobStage(client, namespace);
    await().atMost(SOON).until(() -> jobs.jobs().size() == 1);
    awaitCondition("team-iam", "SecretsResolved", "True Resolved");
    awaitCondition("team-iam", "DatabaseReady", "Unknown Connecting");
    assertThat(jobs.jobs().get(0).getSpec().getTemplate().getSpec().getServiceAccountName())
        .isEqualTo("team-iam-api");
  }

  /** With the certificates that the comments of the samples tell one to bring. */
  private void apply(String sample) throws IOException {
    createSecret("database-ca", Map.of("ca.pem", bundle));
    publish("rds-ca", Map.of("bundle.pem", bundle));
    var text = Files.readString(SAMPLES.resolve(sample));
    var here = text.replace("namespace: boards", "namespace: " + namespace);
    client
        .load(new ByteArrayInputStream(here.getBytes(StandardCharsets.UTF_8)))
        .items()
        .forEach(object -> client.resource(object).create());
  }
}
