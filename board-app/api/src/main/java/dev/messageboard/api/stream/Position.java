package dev.messageboard.api.stream;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far a listener has come: the time of a change in microseconds, and the message's id. */
record Position(Instant changedAt, long id) {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,17})-([0-9]{1,18})");

  String text() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, changedAt) + "-" + id;
  }

  /** Empty if it is none of ours. */
  static Optional<Position> of(String text) {
    Matcher form = FORM.matcher(text == null ? "" : text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      Instant time = Instant.EPOCH.plus(Long.parseLong(form.group(1)), ChronoUnit.MICROS);
      return Optional.of(new Position(time, Long.parseLong(form.group(2))));
    } catch (DateTimeException | ArithmeticException beyond) {
      return Optional.empty();
    }
  }
}
