package dev.messageboard.operator.database.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;

/** Until when the certificate that a server shows is valid; a connection in clear text saw none. */
final class CertificateExpiry {

  /** As OpenSSL prints a time: {@code Jan 5 04:03:02 2036 GMT}, the day in two columns. */
  private static final DateTimeFormatter OPENSSL =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss uuuu 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private CertificateExpiry() {}

  static Optional<Instant> read(Connection connection) throws SQLException {
    var told = new HashMap<String, String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SHOW SESSION STATUS WHERE Variable_name IN ('Ssl_cipher', 'Ssl_server_not_after')")) {
      while (rows.next()) {
        told.put(rows.getString(1), rows.getString(2));
      }
    }
    return told.getOrDefault("Ssl_cipher", "").isEmpty()
        ? Optional.empty()
        : parse(told.getOrDefault("Ssl_server_not_after", ""));
  }

  /** A server that says it in another way is none that a board could not work with. */
  static Optional<Instant> parse(String time) {
    try {
      return Optional.of(OPENSSL.parse(time, Instant::from));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
