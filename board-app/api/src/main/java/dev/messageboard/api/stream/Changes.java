package dev.messageboard.api.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Asks for changes once a second while anybody listens, and tells all who do. */
@ApplicationScoped
class Changes {

  private static final Logger LOG = Logger.getLogger(Changes.class);
  private static final int MOST_LISTENERS = 500;

  /** Longer than a lost database is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * A change may be committed later than others that happened after it, or dated by a clock that is
   * behind.
   */
  static final Duration OVERLAP = Duration.ofSeconds(5);

  private final ChangeLog log;
  private final CatchingUp catchingUp;
  private final Semaphore places = new Semaphore(MOST_LISTENERS);
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Changes::thread);
  private final Map<Position, Instant> told = new LinkedHashMap<>();
  private Instant polled = Instant.now();
  private volatile boolean closed;

  Changes(ChangeLog log, CatchingUp catchingUp, MeterRegistry metrics) {
    this.log = log;
    this.catchingUp = catchingUp;
    metrics.gauge("messageboard.streams", listeners, Set::size);
  }

  void start(@Observes StartupEvent event) {
    clock.scheduleWithFixedDelay(this::poll, 1, 1, TimeUnit.SECONDS);
  }

  /** Takes a place for one more, at once: who is let in is counted as a listener only later. */
  Optional<Place> admit() {
    if (closed || !places.tryAcquire()) {
      return Optional.empty();
    }
    Place place = new Place();
    clock.schedule(place::expire, PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return Optional.of(place);
  }

  /** Between two polls, so that nothing falls in between. */
  void welcome(Listener listener, String lastEventId) {
    clock.execute(
        () -> {
          if (listener.isGone()) {
            return;
          }
          try {
            catchingUp.after(lastEventId).forEach(listener::tell);
            listeners.add(listener);
            if (closed) {
              listener.close();
            }
            if (listener.isGone()) {
              listeners.remove(listener);
            }
          } catch (RuntimeException away) {
            listener.close();
          }
        });
  }

  /** Whoever listens shall find another replica while this one still runs. */
  void drain(@Observes ShutdownDelayInitiatedEvent event) {
    closed = true;
    listeners.forEach(Listener::close);
    listeners.clear();
  }

  void stop(@Observes ShutdownEvent event) {
    clock.shutdownNow();
  }

  /** From where the last poll that worked began: an outage loses nothing. */
  private void poll() {
    Instant began = Instant.now();
    if (listeners.isEmpty()) {
      polled = began;
      return;
    }
    try {
      Instant since = polled.minus(OVERLAP);
      told.values().removeIf(time -> time.isBefore(since));
      log.since(since).ifPresentOrElse(this::tell, () -> startOver(began));
      polled = began;
    } catch (RuntimeException away) {
      LOG.debugf("No changes can be read: %s", away.toString());
    } finally {
      listeners.forEach(Listener::beat);
    }
  }

  /** Where more happens than anybody can follow, all are sent to the list instead. */
  private void startOver(Instant now) {
    Change reset = Change.named("reset", new Position(now, 0));
    listeners.forEach(listener -> listener.tell(reset));
  }

  private void tell(List<Change> changes) {
    for (Change change : changes) {
      if (told.put(change.position(), change.position().changedAt()) == null) {
        listeners.forEach(listener -> listener.tell(change));
      }
    }
  }

  /**
   * Given back once: by its listener, or, as nobody tells when a caller has hung up before the
   * answer began, when none has come for it.
   */
  final class Place {

    private final AtomicBoolean taken = new AtomicBoolean(true);
    private volatile boolean hasListener;

    void keepFor(Listener listener, MultiEmitter<?> emitter) {
      hasListener = true;
      emitter.onTermination(
          () -> {
            giveBack();
            listeners.remove(listener);
          });
    }

    private void expire() {
      if (!hasListener) {
        giveBack();
      }
    }

    void giveBack() {
      if (taken.compareAndSet(true, false)) {
        places.release();
      }
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "changes");
    thread.setDaemon(true);
    return thread;
  }
}
