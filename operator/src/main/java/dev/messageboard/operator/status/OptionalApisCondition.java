package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.OptionalApi;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code OptionalApisServed}: False while the cluster lacks a kind that the board asks for. */
final class OptionalApisCondition {

  static final String TYPE = OptionalApi.CONDITION;

  private OptionalApisCondition() {}

  static Optional<Verdict> of(BoardObservation seen) {
    var asked = OptionalApi.askedForBy(seen.board());
    var missing = asked.stream().filter(api -> !seen.findings().apis().contains(api)).toList();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        missing.isEmpty()
            ? Verdict.yes(TYPE, "Served", "the cluster knows " + kinds(asked))
            : Verdict.no(TYPE, "OptionalApiMissing", told(missing)));
  }

  private static String told(List<OptionalApi> missing) {
    var fields = missing.stream().map(OptionalApi::field).collect(Collectors.joining(", "));
    return ("the cluster does not know %s, or does not let the operator list it, and %s asks for it:"
            + " install its CRD, give the right, or take the field out")
        .formatted(kinds(missing), fields);
  }

  private static String kinds(List<OptionalApi> apis) {
    return apis.stream()
        .map(api -> api.kind() + " of " + api.groupVersion())
        .collect(Collectors.joining(", "));
  }
}
