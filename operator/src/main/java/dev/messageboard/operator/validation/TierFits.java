package dev.messageboard.operator.validation;

import dev.messageboard.operator.api.v1alpha1.TierSpec;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is asked of both tiers alike. */
final class TierFits {

  private TierFits() {}

  static Optional<Violation> violation(String path, TierSpec tier) {
    var scheduling = tier.scheduling();
    return Stream.<Supplier<Optional<Violation>>>of(
            () -> ResourcesFit.violation(path + ".resources", tier.resources()),
            () -> QualifiedKeys.violation(path + ".podLabels", tier.podLabels()),
            () -> QualifiedKeys.violation(path + ".podAnnotations", tier.podAnnotations()),
            () ->
                QualifiedKeys.violation(
                    path + ".service.annotations", tier.service().annotations()),
            () ->
                QualifiedKeys.violation(
                    path + ".serviceAccount.annotations", tier.serviceAccount().annotations()),
            () ->
                QualifiedKeys.violation(
                    path + ".scheduling.nodeSelector", scheduling.nodeSelector()),
            () ->
                SpreadConstraints.violation(
                    path + ".scheduling.topologySpreadConstraints",
                    scheduling.topologySpreadConstraints()))
        .flatMap(rule -> rule.get().stream())
        .findFirst();
  }
}
