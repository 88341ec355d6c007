package dev.messageboard.operator.status;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A board's conditions; those that apply only at times come last. */
record Conditions(
    Verdict ready,
    Verdict database,
    Verdict schema,
    Verdict frontend,
    Verdict api,
    Verdict secrets,
    Optional<Verdict> stalled) {

  static Conditions of(BoardObservation seen, Tiers tiers) {
    var secrets = SecretsResolvedCondition.of(seen);
    var database = DatabaseReadyCondition.of(seen);
    var schema = SchemaMigratedCondition.of(seen, tiers.api());
    return new Conditions(
        ReadyCondition.of(seen, tiers, secrets, database, schema),
        database,
        schema,
        AvailableCondition.of("FrontendAvailable", tiers.frontend()),
        AvailableCondition.of("ApiAvailable", tiers.api()),
        secrets,
        StalledCondition.of(seen, tiers));
  }

  List<Verdict> all() {
    var always = Stream.of(ready, database, schema, frontend, api, secrets);
    var sometimes = Stream.of(ReconcilingCondition.of(ready, stalled), stalled);
    return Stream.concat(always, sometimes.flatMap(Optional::stream)).toList();
  }
}
