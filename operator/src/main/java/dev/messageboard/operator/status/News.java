package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The difference of two statuses, and what was done between them, as Events tell it. */
public final class News {

  private final Turn turn;
  private final Findings findings;

  private News(Turn turn, Findings findings) {
    this.turn = turn;
    this.findings = findings;
  }

  /** In the order in which people want to read it. */
  public static List<Notice> between(
      Optional<MessageBoardStatus> before, MessageBoardStatus after, Findings findings) {
    return new News(new Turn(before, after), findings).told();
  }

  /** The same, with what was made for the board and what its autoscalers did. */
  public static List<Notice> between(
      Optional<MessageBoardStatus> before, MessageBoardStatus after, BoardObservation seen) {
    return Stream.of(
            DatabaseNews.made(seen.database()),
            between(before, after, seen.findings()).stream(),
            ScalingNews.of(new Turn(before, after), seen.board()))
        .flatMap(notices -> notices)
        .toList();
  }

  private List<Notice> told() {
    return Stream.of(
            generation(),
            PauseNews.of(turn),
            StalledNews.of(turn),
            SecretNews.of(turn),
            CertificateNews.of(turn),
            DatabaseNews.of(turn),
            DatabaseNews.rotated(turn, findings.newContents()),
            MigrationNews.of(turn),
            optionalApis(),
            config(),
            RolloutNews.of(turn),
            findings.drifts().stream().map(News::drift))
        .flatMap(notices -> notices)
        .toList();
  }

  private Stream<Notice> generation() {
    var generation = turn.after().observedGeneration();
    if (turn.before().isEmpty()) {
      return Stream.of(Notice.normal("Created", "the board's parts are being made"));
    }
    var isNew = !generation.equals(turn.before().get().observedGeneration());
    var isTaken = findings.spec().isEmpty() && turn.now(PausedCondition.TYPE, "True").isEmpty();
    return isNew && isTaken
        ? Stream.of(Notice.normal("Updated", "generation %d is taken up".formatted(generation)))
        : Stream.empty();
  }

  private Stream<Notice> optionalApis() {
    return turn.toldAnew(OptionalApisCondition.TYPE, "False").stream()
        .map(lacking -> Notice.warning(lacking.getReason(), lacking.getMessage()));
  }

  private Stream<Notice> config() {
    return findings
        .newContents()
        .filter(object -> object.startsWith("ConfigMap "))
        .map(object -> Notice.normal("ConfigChanged", object + " has new contents"));
  }

  private static Notice drift(Drift drift) {
    var what =
        drift.field() == null
            ? "was removed"
            : "%s%s was changed%s"
                .formatted(
                    drift.field(),
                    drift.more() == 0 ? "" : " (and %d more)".formatted(drift.more()),
                    drift.manager() == null ? "" : " by " + drift.manager());
    var told = drift.object() + ": " + what;
    return drift.isHealed()
        ? Notice.normal("DriftCorrected", told + "; it is put back").about(drift.object())
        : Notice.warning("DriftDetected", told + "; driftPolicy Report leaves it so")
            .about(drift.object());
  }
}
