package dev.messageboard.operator.database.check;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Why a login failed: told from the types of the exceptions and MySQL's error numbers, never from
 * texts, which differ between versions and hold names. Each is a reason of {@code DatabaseReady}.
 */
enum CheckFailure {
  DnsFailure("the name of %1$s is not known: correct the host, or the cluster's DNS"),
  ConnectionRefused(
      "nothing accepts connections at %1$s: start MySQL there, or correct host and port"),
  Timeout(
      "%1$s does not answer in time: look at security groups and network policies on the way to"
          + " it"),
  TlsFailure(
      "no trusted TLS with %1$s: see that it offers TLS 1.2 or newer, and that database.tls fits"
          + " its certificate"),
  AccessDenied("%1$s refuses the login: correct user name and password in Secret %2$s"),
  UnknownDatabase("%1$s has no database of this name: create it, or correct the name"),
  PermissionDenied(
      "the user of Secret %2$s lacks rights at %1$s: GRANT SELECT, INSERT, UPDATE, DELETE on the"
          + " database"),
  SchemaBehind(
      "the database at %1$s has a schema history, and not the table message of a board: restore what"
          + " was lost, or name a database of its own"),
  TooManyConnections(
      "%1$s has no connection left: raise max_connections there, or run fewer API pods"),
  ReadOnly("%1$s is read-only: point the host to the writer"),
  CheckFailed("the login at %1$s failed in an unexpected way");

  private static final int MAX_DEPTH = 20;
  private static final Set<CheckFailure> PASSING =
      EnumSet.of(DnsFailure, ConnectionRefused, Timeout, TooManyConnections);

  private final String sentence;

  CheckFailure(String sentence) {
    this.sentence = sentence;
  }

  /** May be over in a moment: nothing that was asked has been refused. */
  static boolean isPassing(String reason) {
    return PASSING.stream().anyMatch(failure -> failure.name().equals(reason));
  }

  /** What to tell a person; nothing of the driver's own text, which may hold what is secret. */
  String told(String endpoint, String secret) {
    return sentence.formatted(endpoint, secret);
  }

  /** The innermost cause that can be told is the most precise. */
  static CheckFailure of(Throwable failure) {
    return causes(failure)
        .map(CheckFailure::classify)
        .flatMap(Optional::stream)
        .reduce((outer, inner) -> inner)
        .orElse(CheckFailed);
  }

  /** The failure, what caused it, and so on. */
  static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(MAX_DEPTH);
  }

  private static Optional<CheckFailure> classify(Throwable failure) {
    if (failure instanceof UnknownHostException) {
      return Optional.of(DnsFailure);
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return Optional.of(ConnectionRefused);
    }
    if (failure instanceof SocketTimeoutException || failure instanceof TimeoutException) {
      return Optional.of(Timeout);
    }
    if (failure instanceof SSLException || failure instanceof GeneralSecurityException) {
      return Optional.of(TlsFailure);
    }
    return failure instanceof SQLException sql ? ServerErrors.classify(sql) : Optional.empty();
  }
}
