package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.ComponentStatus;
import dev.messageboard.operator.api.v1alpha1.ComponentsStatus;
import dev.messageboard.operator.api.v1alpha1.DatabaseStatus;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.Labels;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was seen becomes the status; what is not in the observation is not in the status. */
public final class StatusAssembler {

  private final Clock clock;

  public StatusAssembler(Clock clock) {
    this.clock = clock;
  }

  public MessageBoardStatus assemble(BoardObservation seen, Optional<MessageBoardStatus> previous) {
    var frontend = Tier.frontend(seen);
    var api = Tier.api(seen);
    var secrets = SecretsResolvedCondition.of(seen);
    var database = DatabaseReadyCondition.of(seen);
    var schema = SchemaMigratedCondition.of(seen, api);
    var ready = ReadyCondition.of(seen, secrets, database, schema, api, frontend);
    var stalled = StalledCondition.of(seen, api, frontend);
    var always =
        Stream.of(
            ready,
            database,
            schema,
            AvailableCondition.of("FrontendAvailable", frontend),
            AvailableCondition.of("ApiAvailable", api),
            secrets);
    var sometimes =
        Stream.of(ReconcilingCondition.of(ready, stalled), stalled).flatMap(Optional::stream);
    return new MessageBoardStatus(
        seen.board().getMetadata().getGeneration(),
        PhaseWord.of(ready, stalled.isPresent(), database, schema, frontend, api),
        ServingVersion.of(seen),
        null,
        seen.api().map(deployment -> deployment.getStatus()).map(s -> s.getReplicas()).orElse(0),
        selector(seen),
        new ComponentsStatus(figures(frontend), figures(api)),
        seen.databaseEndpoint().map(DatabaseStatus::new).orElse(null),
        dated(Stream.concat(always, sometimes), seen, previous));
  }

  private static String selector(BoardObservation seen) {
    return Labels.selector(seen.board(), Component.API).entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(","));
  }

  private static ComponentStatus figures(Tier tier) {
    return new ComponentStatus(
        tier.image(),
        tier.counts().desired(),
        tier.counts().ready(),
        tier.counts().updated(),
        tier.summary(),
        tier.trouble().map(Problem::message).orElse(null));
  }

  private List<Condition> dated(
      Stream<Verdict> verdicts, BoardObservation seen, Optional<MessageBoardStatus> previous) {
    var generation = seen.board().getMetadata().getGeneration();
    var now = clock.instant();
    return verdicts.map(verdict -> Dated.of(verdict, generation, previous, now)).toList();
  }
}
