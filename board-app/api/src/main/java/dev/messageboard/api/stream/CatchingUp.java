package dev.messageboard.api.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a listener is told first: where the stream stands, or all that was missed. */
@ApplicationScoped
class CatchingUp {

  private static final Duration LONGEST_ABSENCE = Duration.ofHours(1);

  /** In characters: what a listener missed waits in memory, its own copy, until it reads it. */
  private static final int MOST_TEXT = 256 * 1024;

  private final ChangeLog log;

  CatchingUp(ChangeLog log) {
    this.log = log;
  }

  /** Once a stream is open it is too late to answer with a problem. */
  void requireDatabase() {
    log.since(Instant.now());
  }

  List<Change> after(String lastEventId) {
    Position now = new Position(Instant.now().truncatedTo(ChronoUnit.MICROS), 0);
    if (lastEventId == null) {
      return List.of(Change.named("ready", now));
    }
    return Position.of(lastEventId)
        .filter(left -> isRecent(left.changedAt(), now.changedAt()))
        .flatMap(this::missedSince)
        .orElseGet(() -> List.of(Change.named("reset", now)));
  }

  /** A time to come is none of ours. */
  private static boolean isRecent(Instant left, Instant now) {
    return left.isAfter(now.minus(LONGEST_ABSENCE)) && left.isBefore(now.plus(Changes.OVERLAP));
  }

  /** Begins with {@code ready}, or the answer would not begin before something happens. */
  private Optional<List<Change>> missedSince(Position left) {
    return log.since(left.changedAt().minus(Changes.OVERLAP))
        .filter(missed -> textOf(missed) <= MOST_TEXT)
        .map(
            missed ->
                Stream.concat(
                        Stream.of(Change.named("ready", left)),
                        missed.stream().filter(change -> !change.position().equals(left)))
                    .toList());
  }

  private static int textOf(List<Change> changes) {
    return changes.stream().mapToInt(change -> change.data().length()).sum();
  }
}
