package dev.messageboard.operator.database.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckFailureTest {

  @ParameterizedTest
  @CsvSource({
    "1045, 28000, AccessDenied",
    "3118, HY000, AccessDenied",
    "1130, HY000, AccessDenied",
    "1049, 42000, UnknownDatabase",
    "1044, 42000, PermissionDenied",
    "1142, 42000, PermissionDenied",
    "1146, 42S02, SchemaBehind",
    "1054, 42S22, SchemaBehind",
    "1040, 08004, TooManyConnections",
    "1203, 42000, TooManyConnections",
    "1290, HY000, ReadOnly",
    "3159, HY000, TlsFailure",
    "1129, HY000, ConnectionRefused",
    "0, 08S01, ConnectionRefused",
    "0, 08001, TlsFailure",
    "0, 28000, AccessDenied",
    "1064, 42000, CheckFailed",
    "0, , CheckFailed"
  })
  void anErrorOfTheServerHasOneReason(int number, String state, CheckFailure reason) {
    assertThat(CheckFailure.of(new SQLException("text", state, number))).isEqualTo(reason);
  }

  @Test
  void theInnermostCauseThatCanBeToldIsTheReason() {
    var timeout = new SQLException("text", "08S01", 0, new SocketTimeoutException());
    assertThat(CheckFailure.of(timeout)).isEqualTo(CheckFailure.Timeout);
    var dns = new SQLException("text", "08S01", 0, new IOException(new UnknownHostException()));
    assertThat(CheckFailure.of(dns)).isEqualTo(CheckFailure.DnsFailure);
  }

  @Test
  void aTextAloneTellsNothing() {
    assertThat(CheckFailure.of(new SQLException("Access denied for user 'x'@'y'")))
        .isEqualTo(CheckFailure.CheckFailed);
  }
}
