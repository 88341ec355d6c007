package dev.messageboard.api.pod;

import static dev.messageboard.api.mysql.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.aws.RdsFront;
import dev.messageboard.api.aws.TemporaryKeys;
import dev.messageboard.api.mysql.NeedsMySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service whose AWS identity, or what it signs with it, lets it in nowhere. */
@NeedsMySql
class IamRefusalIT {

  private final PodsByIam aws = new PodsByIam("refused_iam");

  @TempDir Path directory;

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void anEndpointThatIsAwayIsToldAsThatAndNotAsTheDatabases() throws IOException {
    Map<String, String> environment = new HashMap<>(aws.identity.podIdentity(directory));
    Path lastWord = Files.createFile(directory.resolve("last-word"));
    environment.put("MESSAGEBOARD_MIGRATION_PATIENCE", "0S");
    environment.put("MESSAGEBOARD_MIGRATION_LAST_WORD", lastWord.toString());
    aws.identity.close();
    try (Replicas board = aws.board(environment);
        Pod job = board.command("migrate")) {
      assertThat(job.exitCode()).as(job.log()).isEqualTo(2);
      assertThat(lastWord)
          .content()
          .startsWith("IdentityUnavailable: ")
          .contains("The AWS credentials of this pod cannot be had");
    }
  }

  @Test
  void credentialsThatEndedAreToldAndNewOnesLetThePodIn() {
    aws.identity.give(TemporaryKeys.until(Instant.now().minusSeconds(60)));
    try (Replicas board = aws.board(aws.identity.podIdentity(directory))) {
      Pod pod = board.launch();
      await().until(() -> pod.log().contains("Waiting for the database: AccessDenied"));

      aws.identity.give(aws.keys);

      await().until(() -> pod.managed("/q/health/started").statusCode() == 200);
    }
  }

  @Test
  void anAgentThatGoesAwayUnderAServingPodIsAnOutageAndNoDefect() throws IOException {
    aws.identity.giveFor(Duration.ofSeconds(45));
    try (Replicas board = aws.board(aws.identity.podIdentity(directory))) {
      Pod pod = board.start();
      aws.identity.close();

      Caller caller = new Caller();
      await()
          .until(
              () -> {
                aws.rds.hangUp();
                return caller.post(pod, "hello", Map.of()).statusCode() == 503
                    && pod.log().contains("IdentityUnavailable");
              });
      assertThat(pod.log()).doesNotContain("Request ");
      await().until(() -> pod.managed("/q/metrics").body().contains("IdentityUnavailable"));
    }
  }

  @Test
  void aPodWithoutAnIdentityEndsItsStartAndSaysWhatToMake() {
    try (Replicas board = aws.board(Map.of("AWS_REGION", RdsFront.REGION))) {
      Pod pod = board.launch();

      assertThat(pod.exitCode()).isNotZero();
      assertThat(pod.log())
          .contains("This pod has no AWS identity: make a Pod Identity association")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aWrongRegionIsRefusedByTheServer() {
    Map<String, String> environment = new HashMap<>(aws.identity.podIdentity(directory));
    environment.put("AWS_REGION", "us-east-1");
    try (Replicas board = aws.board(environment)) {
      Pod pod = board.launch();
      await().until(() -> pod.log().contains("Waiting for the database: AccessDenied"));
      assertThat(aws.check.refusals()).contains("another region or service");
    }
  }

  @Test
  void aBindingThatAllowsClearTextEndsTheStart() {
    Map<String, String> environment = new HashMap<>(aws.identity.podIdentity(directory));
    environment.put("SERVICE_BINDING_ROOT", aws.binding("PREFERRED"));
    try (Replicas board = aws.board(environment)) {
      Pod pod = board.launch();
      assertThat(pod.exitCode()).isNotZero();
      assertThat(pod.log()).contains("only over TLS").contains("VERIFY_IDENTITY");
      assertThat(aws.check.seen()).isEmpty();
    }
  }
}
