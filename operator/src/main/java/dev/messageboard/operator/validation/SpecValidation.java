package dev.messageboard.operator.validation;

import dev.messageboard.operator.api.v1alpha1.MessageBoardSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rules in their order; the first that is broken is told. */
public final class SpecValidation {

  private static final List<Function<MessageBoardSpec, Optional<Violation>>> RULES =
      List.of(
          spec -> TierFits.violation("spec.frontend", spec.frontend()),
          spec -> TierFits.violation("spec.api", spec.api()),
          spec -> Variables.violation("spec.api.env", spec.api().env()),
          spec -> AddressRanges.violation(spec.networkPolicy()),
          spec ->
              Optional.ofNullable(spec.ingress())
                  .flatMap(
                      ingress ->
                          QualifiedKeys.violation(
                              "spec.ingress.annotations", ingress.annotations())));

  private SpecValidation() {}

  public static Optional<Violation> firstViolation(MessageBoardSpec spec) {
    return RULES.stream().flatMap(rule -> rule.apply(spec).stream()).findFirst();
  }
}
