package dev.messageboard.api.stream;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;

/** One open stream. Who cannot keep up is let go by the buffer's end, and resumes. */
final class Listener {

  private static final long BEAT_NANOS = Duration.ofSeconds(25).toNanos();

  private final MultiEmitter<? super OutboundSseEvent> emitter;
  private final Sse sse;
  private volatile long lastWrite = System.nanoTime();

  Listener(MultiEmitter<? super OutboundSseEvent> emitter, Sse sse) {
    this.emitter = emitter;
    this.sse = sse;
  }

  void tell(Change change) {
    send(
        sse.newEventBuilder()
            .id(change.position().text())
            .name(change.name())
            .data(change.data())
            .build());
  }

  /** Proxies close what is silent. */
  void beat() {
    if (System.nanoTime() - lastWrite > BEAT_NANOS) {
      send(sse.newEventBuilder().comment("").build());
    }
  }

  /** Nobody tells when it went before it was welcomed. */
  boolean isGone() {
    return emitter.isCancelled();
  }

  void close() {
    emitter.complete();
  }

  private void send(OutboundSseEvent event) {
    lastWrite = System.nanoTime();
    emitter.emit(event);
  }
}
