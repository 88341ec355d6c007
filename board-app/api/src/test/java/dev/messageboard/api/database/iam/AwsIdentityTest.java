package dev.messageboard.api.database.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.messageboard.api.database.DatabaseFailure;
import dev.messageboard.api.database.IdentityUnavailable;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.ConnectException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsIdentityTest {

  @Test
  void aPodWithoutOneIsToldWhatToMake() {
    assertThatThrownBy(() -> AwsIdentity.require(Map.of("AWS_REGION", "eu-west-1")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Pod Identity association");
    assertThatThrownBy(() -> AwsIdentity.of(Map.of(), "eu-west-1"))
        .isInstanceOf(IdentityUnavailable.class)
        .hasMessageContaining("Pod Identity association")
        .hasMessageContaining("eks.amazonaws.com/role-arn");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS_ACCESS_KEY_ID",
        "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI"
      })
  void aPodThatWasToldOfOneMayStart(String variable) {
    assertThatNoException().isThrownBy(() -> AwsIdentity.require(Map.of(variable, "set")));
  }

  /** Or a Pod Identity agent that is away would be told as a database that is. */
  @Test
  void anEndpointThatIsAwayIsNoFailureOfTheDatabase() {
    SdkClientException away =
        SdkClientException.create("no", new ConnectException("Connection refused"));
    AwsIdentity identity =
        new AwsIdentity(
            () -> {
              throw away;
            });

    assertThatThrownBy(identity::credentials)
        .hasMessageContaining("cannot be had: java.net.ConnectException: Connection refused")
        .satisfies(
            failure ->
                assertThat(DatabaseFailure.of(failure))
                    .contains(DatabaseFailure.IDENTITY_UNAVAILABLE));
  }
}
