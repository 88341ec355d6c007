package dev.messageboard.api.database;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Why the database cannot be used right now; everything else that goes wrong is a defect of ours.
 */
public enum DatabaseFailure {
  DNS_FAILURE("DnsFailure"),
  CONNECTION_REFUSED("ConnectionRefused"),
  CONNECTION_LOST("ConnectionLost"),
  TIMEOUT("Timeout"),
  TLS_FAILURE("TlsFailure"),
  ACCESS_DENIED("AccessDenied"),
  IDENTITY_UNAVAILABLE("IdentityUnavailable"),
  UNKNOWN_DATABASE("UnknownDatabase"),
  PERMISSION_DENIED("PermissionDenied"),
  TOO_MANY_CONNECTIONS("TooManyConnections"),
  SCHEMA_BEHIND("SchemaBehind"),
  READ_ONLY("ReadOnly"),
  CONTENTION("Contention");

  private static final int MAX_DEPTH = 20;

  private final String reason;

  DatabaseFailure(String reason) {
    this.reason = reason;
  }

  /** The name that the board's status uses, too. */
  public String reason() {
    return reason;
  }

  /** It may be there in a moment: nothing of what was asked has been refused. */
  public boolean isUnreachable() {
    return this == DNS_FAILURE
        || this == CONNECTION_REFUSED
        || this == CONNECTION_LOST
        || this == IDENTITY_UNAVAILABLE
        || this == TIMEOUT;
  }

  /**
   * The innermost cause that can be told is the most precise. Of a commit that failed, the
   * transaction manager tells why in a suppressed exception only.
   */
  public static Optional<DatabaseFailure> of(Throwable failure) {
    return causes(failure)
        .flatMap(
            cause ->
                Stream.concat(
                    Arrays.stream(cause.getSuppressed()).flatMap(DatabaseFailure::causes),
                    Stream.of(cause)))
        .map(DatabaseFailure::classify)
        .flatMap(Optional::stream)
        .reduce((outer, inner) -> inner);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(MAX_DEPTH);
  }

  private static Optional<DatabaseFailure> classify(Throwable failure) {
    if (failure instanceof IdentityUnavailable) {
      return Optional.of(IDENTITY_UNAVAILABLE);
    }
    if (failure instanceof UnknownHostException) {
      return Optional.of(DNS_FAILURE);
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return Optional.of(CONNECTION_REFUSED);
    }
    if (failure instanceof SocketTimeoutException || failure instanceof TimeoutException) {
      return Optional.of(TIMEOUT);
    }
    if (failure instanceof SSLException) {
      return Optional.of(TLS_FAILURE);
    }
    return failure instanceof SQLException sql ? MySqlErrors.classify(sql) : Optional.empty();
  }
}
