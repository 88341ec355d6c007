package dev.messageboard.operator.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The certificate that a board's Ingress shows.
 *
 * @param names for which it was made out, some of them with * as their first label
 */
public record FrontCertificate(Instant notBefore, Instant notAfter, List<String> names) {

  private static final Duration NOTICE = Duration.ofDays(21);

  boolean isYetToCome(Instant now) {
    return now.isBefore(notBefore);
  }

  boolean hasExpired(Instant now) {
    return !now.isBefore(notAfter);
  }

  boolean isExpiring(Instant now) {
    return !now.isBefore(notAfter.minus(notice()));
  }

  boolean isFor(String host) {
    var anyOfTheDomain = "*" + host.substring(Math.max(0, host.indexOf('.')));
    return names.stream()
        .anyMatch(name -> name.equalsIgnoreCase(host) || name.equalsIgnoreCase(anyOfTheDomain));
  }

  /**
   * What renews by itself does so in the last third: a short life is spoken of in its last quarter.
   */
  private Duration notice() {
    var quarter = Duration.between(notBefore, notAfter).dividedBy(4);
    return quarter.compareTo(NOTICE) < 0 ? quarter : NOTICE;
  }
}
