package dev.messageboard.api.pod;

import static dev.messageboard.api.mysql.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.aws.TemporaryKeys;
import dev.messageboard.api.mysql.NeedsMySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service with what the webhooks of EKS add to its pod, and with no password. */
@NeedsMySql
class IamLoginIT {

  private final PodsByIam aws = new PodsByIam("by_iam");

  @TempDir Path directory;

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void podIdentityLetsThePodsInOverVerifiedTls() throws IOException {
    serves(aws.identity.podIdentity(directory));
  }

  @Test
  void irsaLetsThePodsInOverVerifiedTls() throws IOException {
    serves(aws.identity.irsa(directory));
  }

  @Test
  void theCommandThatMigratesLogsInTheSameWay() {
    try (Replicas board = aws.board(aws.identity.podIdentity(directory));
        Pod job = board.command("migrate")) {
      assertThat(job.exitCode()).as(job.log()).isZero();
      assertThat(aws.check.refusals()).isEmpty();
    }
  }

  /** So short a session is asked for again at each login. */
  @Test
  void theRolesNextSessionSignsTheNextConnections() throws IOException {
    aws.identity.giveFor(Duration.ofSeconds(45));
    try (Replicas board = aws.board(aws.identity.podIdentity(directory))) {
      Pod pod = board.start();
      TemporaryKeys next = TemporaryKeys.until(aws.keys.end());
      aws.identity.give(next);
      aws.check.expect(next);

      aws.rds.hangUp();

      Caller caller = new Caller();
      await().until(() -> caller.post(pod, "hello", Map.of()).statusCode() == 201);
      assertThat(aws.check.seen()).last().asString().contains(next.id());
    }
  }

  /** Or every board would pay with the time of its start for what few of them use. */
  @Test
  void aBoardThatHasAPasswordLoadsNothingOfTheSdk() throws IOException {
    Path loaded = directory.resolve("loaded");
    String java = "-Xlog:class+load:file=" + loaded + ":none";
    try (Replicas board = new Replicas("by_password", Map.of("JDK_JAVA_OPTIONS", java))) {
      Pod pod = board.start();
      assertThat(new Caller().post(pod, "hello", Map.of()).statusCode()).isEqualTo(201);
      pod.kill();

      assertThat(Files.readAllLines(loaded))
          .anyMatch(line -> line.startsWith("dev.messageboard.api.BoardApi "))
          .noneMatch(line -> line.startsWith("software.amazon."));
    }
  }

  private void serves(Map<String, String> environment) throws IOException {
    try (Replicas board = aws.board(environment)) {
      Pod pod = board.start();
      await().until(() -> pod.managed("/q/health/started").statusCode() == 200);

      assertThat(new Caller().post(pod, "hello", Map.of()).statusCode()).isEqualTo(201);

      assertThat(aws.check.refusals()).isEmpty();
      assertThat(aws.check.seen()).isNotEmpty();
      assertThat(pod.log()).doesNotContain(aws.keys.secret(), "X-Amz-Signature");
    }
  }
}
