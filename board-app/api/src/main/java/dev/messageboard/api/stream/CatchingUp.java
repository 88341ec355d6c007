package dev.messageboard.api.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What a listener is told first: where the stream stands, or all that was missed. */
@ApplicationScoped
class CatchingUp {

  private static final Duration LONGEST_ABSENCE = Duration.ofHours(1);

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
    Optional<Position> left =
        Position.of(lastEventId)
            .filter(p -> p.changedAt().isAfter(now.changedAt().minus(LONGEST_ABSENCE)));
    if (left.isEmpty()) {
      return List.of(Change.named("reset", now));
    }
    List<Change> missed = log.since(left.get().changedAt().minus(Changes.OVERLAP));
    return missed.size() >= ChangeLog.MOST
        ? List.of(Change.named("reset", now))
        : missed.stream().filter(change -> !change.position().equals(left.get())).toList();
  }
}
