package dev.messageboard.api.stream;

import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.jboss.resteasy.reactive.RestHeader;

/** {@code /api/v1/stream}. */
@Path("/stream")
public class StreamResource {

  private static final int BUFFER = 1000;

  private final Changes changes;
  private final CatchingUp catchingUp;

  StreamResource(Changes changes, CatchingUp catchingUp) {
    this.changes = changes;
    this.catchingUp = catchingUp;
  }

  @GET
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> listen(
      @RestHeader("Last-Event-ID") String lastEventId, @Context Sse sse) {
    Changes.Place place = changes.admit().orElseThrow(StreamResource::full);
    try {
      catchingUp.requireDatabase();
    } catch (RuntimeException away) {
      place.giveBack();
      throw away;
    }
    return Multi.createFrom()
        .emitter(emitter -> changes.welcome(listener(emitter, sse, place), lastEventId), BUFFER);
  }

  private static ProblemException full() {
    return new ProblemException(
            ProblemType.OVERLOADED, "Too many streams are open here; ask for the list instead.")
        .with("Retry-After", "30");
  }

  private static Listener listener(
      MultiEmitter<? super OutboundSseEvent> emitter, Sse sse, Changes.Place place) {
    Listener listener = new Listener(emitter, sse);
    place.keepFor(listener, emitter);
    return listener;
  }
}
