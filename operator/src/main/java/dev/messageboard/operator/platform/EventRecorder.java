package dev.messageboard.operator.platform;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.status.Notice;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes Events; the same again is counted on the Event that is there. */
@Singleton
public class EventRecorder {

  private static final Logger LOG = Logger.getLogger(EventRecorder.class);
  private static final int CONFLICT = 409;
  private static final int LONGEST = 1000;

  private final KubernetesClient client;
  private final Clock clock;

  public EventRecorder(KubernetesClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /** An Event that cannot be written is no reason to leave the board alone. */
  public void tell(MessageBoard board, List<Notice> notices) {
    for (var notice : notices) {
      try {
        tell(board, notice);
      } catch (KubernetesClientException e) {
        LOG.debugf("The Event %s could not be written: %s", notice, e.getMessage());
      }
    }
  }

  private void tell(MessageBoard board, Notice notice) {
    var event = event(board, notice);
    try {
      client.resource(event).create();
    } catch (KubernetesClientException e) {
      if (e.getCode() != CONFLICT) {
        throw e;
      }
      client
          .v1()
          .events()
          .inNamespace(event.getMetadata().getNamespace())
          .withName(event.getMetadata().getName())
          .edit(there -> again(there, event));
    }
  }

  private static Event again(Event there, Event now) {
    return new EventBuilder(there)
        .withCount(there.getCount() == null ? 2 : there.getCount() + 1)
        .withLastTimestamp(now.getLastTimestamp())
        .withMessage(now.getMessage())
        .build();
  }

  private Event event(MessageBoard board, Notice notice) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    return new EventBuilder()
        .withNewMetadata()
        .withName(name(board, notice))
        .withNamespace(board.getMetadata().getNamespace())
        .endMetadata()
        .withNewInvolvedObject()
        .withApiVersion(board.getApiVersion())
        .withKind(board.getKind())
        .withName(board.getMetadata().getName())
        .withNamespace(board.getMetadata().getNamespace())
        .withUid(board.getMetadata().getUid())
        .endInvolvedObject()
        .withType(notice.isWarning() ? "Warning" : "Normal")
        .withReason(notice.reason())
        .withMessage(brief(notice.message()))
        .withFirstTimestamp(now)
        .withLastTimestamp(now)
        .withCount(1)
        .withReportingComponent("messageboard-operator")
        .withNewSource()
        .withComponent("messageboard-operator")
        .endSource()
        .build();
  }

  /** Made of what the Event is about and not of its text, which may name a number of seconds. */
  private static String name(MessageBoard board, Notice notice) {
    var about = List.of(board.getMetadata().getUid(), notice.reason(), notice.about());
    return "%s.%08x".formatted(board.getMetadata().getName(), about.hashCode());
  }

  private static String brief(String message) {
    return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "...";
  }
}
