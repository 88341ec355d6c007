package dev.messageboard.api.database.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.aws.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class RdsTokenTest {

  private static final RdsEndpoint SERVER =
      new RdsEndpoint("host.us-east-1.amazonaws.com", 3306, "us-east-1");

  private final MovableClock clock = new MovableClock(Instant.parse("2016-11-07T17:39:33Z"));

  /** The example that the tests of AWS's own command line and of its Java library have. */
  @Test
  void itIsWhatAwsMakesOfTheSameWords() {
    String token =
        RdsToken.of(
            SERVER, "mySQLUser", AwsBasicCredentials.create("access_key", "secret_key"), clock);

    assertThat(token).startsWith("host.us-east-1.amazonaws.com:3306/?");
    assertThat(query(token))
        .containsExactlyInAnyOrder(
            "DBUser=mySQLUser",
            "Action=connect",
            "X-Amz-Algorithm=AWS4-HMAC-SHA256",
            "X-Amz-Date=20161107T173933Z",
            "X-Amz-SignedHeaders=host",
            "X-Amz-Expires=900",
            "X-Amz-Credential=access_key%2F20161107%2Fus-east-1%2Frds-db%2Faws4_request",
            "X-Amz-Signature=87ab58107ef49f1c311a412f98b7f976b0b5152ffb559f0d36c6c9a0c5e0e362");
  }

  @Test
  void aSessionShowsItsTokenToo() {
    AwsSessionCredentials session = AwsSessionCredentials.create("id", "secret", "a/b+c==");

    assertThat(query(RdsToken.of(SERVER, "u", session, clock)))
        .contains("X-Amz-Security-Token=a%2Fb%2Bc%3D%3D");
  }

  @Test
  void aLaterOneIsAnother() {
    AwsBasicCredentials keys = AwsBasicCredentials.create("id", "secret");
    String first = RdsToken.of(SERVER, "u", keys, clock);
    clock.move(Duration.ofMinutes(15));

    assertThat(query(RdsToken.of(SERVER, "u", keys, clock)))
        .contains("X-Amz-Date=20161107T175433Z")
        .doesNotContainAnyElementsOf(
            Arrays.stream(query(first)).filter(part -> part.contains("Signature=")).toList());
  }

  private static String[] query(String token) {
    return token.split("\\?", 2)[1].split("&");
  }
}
