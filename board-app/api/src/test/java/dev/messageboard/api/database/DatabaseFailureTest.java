package dev.messageboard.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.exceptions.StatementIsClosedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFailureTest {

  @ParameterizedTest
  @CsvSource({
    "1045, 28000, AccessDenied",
    "1049, 42000, UnknownDatabase",
    "1044, 42000, PermissionDenied",
    "1142, 42000, PermissionDenied",
    "1040, 08004, TooManyConnections",
    "1146, 42S02, SchemaBehind",
    "1290, HY000, ReadOnly",
    "1792, 25006, ReadOnly",
    "1836, HY000, ReadOnly",
    "1213, 40001, Contention",
    "1053, 08S01, ConnectionLost",
    "0,    08S01, ConnectionLost"
  })
  void theServersErrorsAreToldApart(int error, String state, String reason) {
    assertThat(reason(new SQLException("message", state, error))).isEqualTo(reason);
  }

  @Test
  void theInnermostCauseDecides() {
    assertThat(reason(lost(new UnknownHostException("db")))).isEqualTo("DnsFailure");
    assertThat(reason(lost(new ConnectException()))).isEqualTo("ConnectionRefused");
    assertThat(reason(lost(new SocketTimeoutException()))).isEqualTo("Timeout");
    assertThat(reason(lost(new SSLHandshakeException("no")))).isEqualTo("TlsFailure");
    assertThat(reason(new SQLException("pool", new TimeoutException()))).isEqualTo("Timeout");
  }

  @Test
  void aStatementThatWasClosedUnderABatchMeansALostConnection() {
    Exception closed = new StatementIsClosedException("No operations allowed");

    assertThat(reason(new SQLException("closed", "S1009", closed))).isEqualTo("ConnectionLost");
  }

  @Test
  void aCommitThatFailedTellsWhyInASuppressedException() {
    Exception commit = new IllegalStateException("could not commit");
    commit.addSuppressed(lost(new SocketTimeoutException()));

    assertThat(reason(new RuntimeException(commit))).isEqualTo("Timeout");
  }

  @Test
  void anIdentityThatCannotBeHadIsNoFailureOfTheServer() {
    assertThat(reason(new RuntimeException(new IdentityUnavailable("no role"))))
        .isEqualTo("IdentityUnavailable");
  }

  @Test
  void aDefectIsNoOutage() {
    assertThat(DatabaseFailure.of(new SQLException("syntax", "42000", 1064))).isEmpty();
    assertThat(DatabaseFailure.of(new SQLException("duplicate", "23000", 1062))).isEmpty();
    assertThat(DatabaseFailure.of(new IllegalStateException(new NullPointerException()))).isEmpty();
  }

  @Test
  void causesThatRunInACircleEnd() {
    Exception outer = new IllegalStateException();
    outer.initCause(new IllegalStateException(outer));

    assertThat(DatabaseFailure.of(outer)).isEmpty();
  }

  private static Exception lost(Exception cause) {
    SQLException link = new SQLException("Communications link failure", "08S01", 0, cause);
    return new RuntimeException("JDBC exception", link);
  }

  private static String reason(Exception failure) {
    return DatabaseFailure.of(failure).map(DatabaseFailure::reason).orElse(null);
  }
}
