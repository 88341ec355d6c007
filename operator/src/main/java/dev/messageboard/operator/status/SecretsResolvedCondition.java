package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.SecretKeyRef;
import dev.messageboard.operator.desired.NamedSecrets;
import java.util.stream.Stream;

/**
 * {@code SecretsResolved}: every Secret that the pods need is there and complete. That of the
 * Ingress is a matter of {@code CertificateValid}.
 */
final class SecretsResolvedCondition {

  static final String TYPE = "SecretsResolved";

  private SecretsResolvedCondition() {}

  static Verdict of(BoardObservation seen) {
    var findings = seen.findings();
    return findings
        .secret()
        .or(() -> findings.named().admin())
        .map(problem -> Verdict.no(TYPE, problem))
        .orElseGet(() -> Verdict.yes(TYPE, "Resolved", resolved(seen)));
  }

  private static String resolved(BoardObservation seen) {
    var told = Stream.concat(ofDatabase(seen), ofAdmin(seen)).toList();
    return told.isEmpty() ? "the pods need no Secret of yours" : String.join("; ", told);
  }

  private static Stream<String> ofDatabase(BoardObservation seen) {
    var database = seen.board().getSpec().database();
    if (database.provisioned() != null) {
      return Stream.of(
          "database server %s is offered to the board's namespace"
              .formatted(database.provisioned().server()));
    }
    return Stream.ofNullable(database.external())
        .map(external -> complete(external.secretRef().name()));
  }

  private static Stream<String> ofAdmin(BoardObservation seen) {
    return NamedSecrets.ofAdmin(seen.board()).map(SecretKeyRef::name).stream()
        .map(SecretsResolvedCondition::complete);
  }

  private static String complete(String secret) {
    return "Secret %s has all that is needed".formatted(secret);
  }
}
