package dev.messageboard.operator.validation;

import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Each constraint is possible, and said once. */
final class SpreadConstraints {

  private SpreadConstraints() {}

  static Optional<Violation> violation(String path, List<TopologySpreadConstraint> constraints) {
    var seen = new HashSet<List<String>>();
    for (int i = 0; i < constraints.size(); i++) {
      var constraint = constraints.get(i);
      if (constraint.getMaxSkew() < 1) {
        return Optional.of(new Violation(path + "[" + i + "].maxSkew", "must be at least 1"));
      }
      if (!seen.add(List.of(constraint.getTopologyKey(), constraint.getWhenUnsatisfiable()))) {
        return Optional.of(
            new Violation(
                path + "[" + i + "]",
                "repeats topologyKey and whenUnsatisfiable of another: remove one of them"));
      }
    }
    return Optional.empty();
  }
}
