package dev.messageboard.api.database.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RdsEndpointTest {

  @ParameterizedTest
  @CsvSource({
    "board.abc123.eu-central-1.rds.amazonaws.com,         eu-central-1",
    "board.cluster-abc123.us-gov-west-1.rds.amazonaws.com, us-gov-west-1",
    "board.proxy-abc123.ap-southeast-2.rds.amazonaws.com, ap-southeast-2",
    "BOARD.ABC123.EU-WEST-1.RDS.AMAZONAWS.COM,            eu-west-1",
    "board.abc123.rds.cn-north-1.amazonaws.com.cn,        cn-north-1",
    "board.abc123.cn-north-1.rds.amazonaws.com.cn,        cn-north-1"
  })
  void theNameOfAnEndpointTellsItsRegion(String host, String region) {
    assertThat(RdsEndpoint.regionIn(host)).contains(region);
    assertThat(of("jdbc:mysql://" + host + ":3307/b?sslMode=REQUIRED", "us-east-1").region())
        .isEqualTo(region);
  }

  @ParameterizedTest
  @ValueSource(strings = {"db.example.org", "127.0.0.1", "eu-west-1.rds.amazonaws.com.example.org"})
  void theRegionOfThePodStandsInForOneThatTheNameDoesNotTell(String host) {
    String url = "jdbc:mysql://" + host + "/b?sslMode=VERIFY_CA";

    assertThat(of(url, "eu-west-3")).isEqualTo(new RdsEndpoint(host, 3306, "eu-west-3"));
    assertThatThrownBy(() -> of(url, null))
        .hasMessageContaining(host)
        .hasMessageContaining("set AWS_REGION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?sslMode=DISABLED", "?sslMode=preferred", ""})
  void aConnectionThatMayBeInClearTextIsRefused(String settings) {
    assertThatThrownBy(() -> of("jdbc:mysql://db/b" + settings, "eu-west-1"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("only over TLS")
        .hasMessageContaining("VERIFY_IDENTITY, VERIFY_CA or REQUIRED");
  }

  @Test
  void anEmptyRegionIsNone() {
    assertThatThrownBy(() -> of("jdbc:mysql://db/b?sslMode=REQUIRED", " "))
        .hasMessageContaining("set AWS_REGION");
  }

  private static RdsEndpoint of(String url, String ambient) {
    return RdsEndpoint.of(url, Optional.ofNullable(ambient));
  }
}
