package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.status.Change;
import dev.messageboard.operator.status.Drift;
import dev.messageboard.operator.status.Findings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One pass over a board: what its dependents may write, and what they found and did. */
public final class Pass {

  private final ResourceID board;
  private final Latitude latitude;
  private final Settled settled;
  private final Map<String, String> digests = new ConcurrentHashMap<>();
  private final Collection<Drift> drifts = new ConcurrentLinkedQueue<>();
  private final Collection<Change> changed = new ConcurrentLinkedQueue<>();
  private final Collection<String> withheld = new ConcurrentLinkedQueue<>();

  public Pass(MessageBoard board, Optional<MessageBoardStatus> before, Settled settled) {
    this.board = ResourceID.fromResource(board);
    this.latitude = Latitude.of(board, before);
    this.settled = settled;
    settled.recall(this.board, before.map(MessageBoardStatus::applied).orElseGet(Map::of));
  }

  /** Gives it to the dependents of this reconciliation. */
  public void hand(Context<MessageBoard> context) {
    context.managedWorkflowAndDependentResourceContext().put(Pass.class, this);
  }

  static Pass in(Context<MessageBoard> context) {
    return context
        .managedWorkflowAndDependentResourceContext()
        .getMandatory(Pass.class, Pass.class);
  }

  /** What was found and done, added to what is known already. */
  public Findings addTo(Findings findings) {
    return findings
        .withDrifts(settled.news(board, drifts))
        .withApplied(latitude.heals() ? Map.of() : settled.of(board))
        .withChanged(List.copyOf(changed))
        .withWithheld(List.copyOf(withheld));
  }

  /** Before the framework adds to it what is not compared. */
  void enter(HasMetadata desired) {
    digests.put(told(desired), Digest.of(desired));
  }

  /** It is in order now. */
  void settle(HasMetadata desired) {
    settled.remember(board, told(desired), digests.get(told(desired)));
  }

  /**
   * Whether an absent child may be made; one that was there was removed by somebody. A Secret whose
   * contents are made here is never desired as before once it is gone: it is made anew whatever the
   * driftPolicy, because a board without its keys does not work.
   */
  boolean mayMake(HasMetadata desired) {
    if (latitude.isPaused()) {
      withheld.add(told(desired));
      return false;
    }
    if (isDesiredAsBefore(desired) && !latitude.heals()) {
      drifts.add(drift(desired, List.of(), false));
      return false;
    }
    return true;
  }

  /** It was absent, and the API server had none either. */
  void made(HasMetadata desired) {
    if (settled.knows(board, told(desired))) {
      drifts.add(drift(desired, List.of(), true));
    }
  }

  /** Whether a child that differs may be put right. */
  boolean mayChange(HasMetadata desired, List<Difference> differences) {
    if (latitude.isPaused()) {
      withheld.add(told(desired));
      return false;
    }
    var foreign = foreign(desired, differences);
    if (!foreign.isEmpty()) {
      drifts.add(drift(desired, foreign, latitude.heals()));
    }
    if (foreign.size() < differences.size() || differences.isEmpty()) {
      changed.add(new Change(told(desired), isOfContents(differences)));
      return true;
    }
    return latitude.heals() || (latitude.isNewGeneration() && !isDesiredAsBefore(desired));
  }

  /** Whether a child that is not wanted any more may be removed. */
  boolean mayRemove(HasMetadata unwanted) {
    if (latitude.isPaused()) {
      withheld.add(told(unwanted));
    }
    return !latitude.isPaused();
  }

  /** It is not there, and nobody wants it. */
  void isGone(String kind, String name) {
    settled.forget(board, told(kind, name));
  }

  /** A field that nobody holds was removed by somebody, or is one that we never set before. */
  private List<Difference> foreign(HasMetadata desired, List<Difference> differences) {
    return isDesiredAsBefore(desired)
        ? differences
        : differences.stream().filter(Difference::isTaken).toList();
  }

  private boolean isDesiredAsBefore(HasMetadata desired) {
    return settled.isDesiredAsBefore(board, told(desired), digests.get(told(desired)));
  }

  private Drift drift(HasMetadata object, List<Difference> differences, boolean isHealed) {
    var first = differences.stream().min(Comparator.comparing(field -> !field.isTaken()));
    return new Drift(
        object.getKind(),
        object.getMetadata().getName(),
        first.map(Difference::field).map(Pass::withoutDot).orElse(null),
        Math.max(0, differences.size() - 1),
        first.flatMap(Difference::holder).orElse(null),
        isHealed);
  }

  /** A ConfigMap or Secret that differs in no field has a key too many. */
  private static boolean isOfContents(List<Difference> differences) {
    return differences.isEmpty()
        || differences.stream().anyMatch(difference -> difference.field().startsWith(".data"));
  }

  private static String withoutDot(String path) {
    return path.startsWith(".") ? path.substring(1) : path;
  }

  private static String told(HasMetadata object) {
    return told(object.getKind(), object.getMetadata().getName());
  }

  private static String told(String kind, String name) {
    return kind + " " + name;
  }
}
