package dev.messageboard.api.transfer.adopt;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Times as other applications keep them. */
final class OldTime {

  /** Seconds since 1970 have reached it in 5138, milliseconds had in 1973. */
  private static final long MILLISECONDS_FROM = 100_000_000_000L;

  private OldTime() {}

  /** Empty if it is missing, or is no time. The zone is for those that name none. */
  static Optional<Instant> of(Object value, ZoneId zone) {
    if (value instanceof Instant moment) {
      return Optional.of(moment);
    }
    if (value instanceof LocalDateTime time) {
      return Optional.of(time.atZone(zone).toInstant());
    }
    if (value instanceof Number number) {
      long count = number.longValue();
      return Optional.of(
          count < MILLISECONDS_FROM ? Instant.ofEpochSecond(count) : Instant.ofEpochMilli(count));
    }
    return value == null ? Optional.empty() : parsed(value.toString().strip(), zone);
  }

  private static Optional<Instant> parsed(String text, ZoneId zone) {
    String iso = text.replace(' ', 'T');
    try {
      if (iso.length() == "2026-01-01".length()) {
        return Optional.of(LocalDate.parse(iso).atStartOfDay(zone).toInstant());
      }
      return Optional.of(
          iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
              ? OffsetDateTime.parse(iso).toInstant()
              : LocalDateTime.parse(iso).atZone(zone).toInstant());
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
