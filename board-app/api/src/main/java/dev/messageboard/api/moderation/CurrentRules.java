package dev.messageboard.api.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** The rules, at most two seconds old: moderators of another replica are heard soon enough. */
@ApplicationScoped
public class CurrentRules {

  private static final long MAX_AGE_NANOS = Duration.ofSeconds(2).toNanos();

  private final StoredRules stored;
  private final Event<Changed> changes;
  private final AtomicReference<Known> known = new AtomicReference<>(Known.nothing());

  CurrentRules(StoredRules stored, Event<Changed> changes) {
    this.stored = stored;
    this.changes = changes;
  }

  /** Asks the database if what is known is too old. */
  public Rules get() {
    Known before = known.get();
    if (before.isFresh()) {
      return before.rules();
    }
    Known now = new Known(stored.read(), System.nanoTime());
    // Not kept if it was forgotten meanwhile: it may be older than what made us forget.
    known.compareAndSet(before, now);
    return now.rules();
  }

  /** Makes a change of this replica count as soon as the caller's transaction is over. */
  public void forget() {
    changes.fire(new Changed());
  }

  /** Not before the commit: who asks until then would learn the old rules again. */
  void over(@Observes(during = TransactionPhase.AFTER_COMPLETION) Changed change) {
    known.set(Known.nothing());
  }

  /** That a moderator changed something. */
  record Changed() {}

  private record Known(Rules rules, long readAt) {

    static Known nothing() {
      return new Known(null, 0);
    }

    boolean isFresh() {
      return rules != null && System.nanoTime() - readAt <= MAX_AGE_NANOS;
    }
  }
}
