package dev.messageboard.operator.database.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateExpiryTest {

  @ParameterizedTest
  @CsvSource({
    "Nov 20 02:46:45 2036 GMT, 2036-11-20T02:46:45Z",
    "Jan  5 14:03:02 2027 GMT, 2027-01-05T14:03:02Z",
    "Sep 30 00:00:00 2061 GMT, 2061-09-30T00:00:00Z"
  })
  void aTimeIsReadAsOpenSslPrintsIt(String printed, Instant time) {
    assertThat(CertificateExpiry.parse(printed)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2036-11-20T02:46:45Z", "Nov 20 02:46:45 2036 CET", "Bad time value"})
  void aTimeInAnotherFormIsNotGuessed(String printed) {
    assertThat(CertificateExpiry.parse(printed)).isEmpty();
  }

  @Test
  void aServerThatSaysNothingHasNoTime() {
    assertThat(CertificateExpiry.parse("")).isEmpty();
  }
}
