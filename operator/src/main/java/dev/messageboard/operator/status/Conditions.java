package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import java.time.Instant;
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
    Optional<Verdict> stalled,
    Optional<Verdict> reconciling,
    Optional<Verdict> paused,
    Optional<Verdict> autoscaling,
    Optional<Verdict> nodes,
    Optional<Verdict> optionalApis,
    Optional<Verdict> ingress,
    Optional<Verdict> certificate) {

  static Conditions of(
      BoardObservation seen, Tiers tiers, Optional<MessageBoardStatus> previous, Instant now) {
    var secrets = SecretsResolvedCondition.of(seen);
    var told = FirstLogin.standing(seen, previous);
    var database =
        FirstLogin.standing(told, DatabaseReadyCondition.TYPE)
            .orElseGet(() -> DatabaseReadyCondition.of(seen));
    var schema =
        FirstLogin.standing(told, SchemaMigratedCondition.TYPE)
            .orElseGet(() -> SchemaMigratedCondition.of(seen, tiers.api(), previous));
    var ingress = IngressReadyCondition.of(seen);
    var ready = ReadyCondition.of(seen, previous, tiers, secrets, database, schema, ingress);
    var stalled = StalledCondition.of(seen, tiers, schema);
    return new Conditions(
        ready,
        database,
        schema,
        AvailableCondition.of("FrontendAvailable", tiers.frontend()),
        AvailableCondition.of("ApiAvailable", tiers.api()),
        secrets,
        stalled,
        ReconcilingCondition.of(seen, tiers, ready, stalled),
        PausedCondition.of(seen),
        AutoscalingActiveCondition.of(seen),
        NodesCountedCondition.of(seen),
        OptionalApisCondition.of(seen),
        ingress,
        CertificateValidCondition.of(seen, now));
  }

  List<Verdict> all() {
    var always = Stream.of(ready, database, schema, frontend, api, secrets);
    var sometimes =
        Stream.of(
            reconciling, stalled, paused, autoscaling, nodes, optionalApis, ingress, certificate);
    return Stream.concat(always, sometimes.flatMap(Optional::stream)).toList();
  }
}
