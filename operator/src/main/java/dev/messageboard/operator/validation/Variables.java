package dev.messageboard.operator.validation;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Optional;

/** A variable has a value or a source of one. */
final class Variables {

  private Variables() {}

  static Optional<Violation> violation(String path, List<EnvVar> variables) {
    return variables.stream()
        .filter(v -> v.getValueFrom() != null && v.getValue() != null && !v.getValue().isEmpty())
        .map(
            v ->
                new Violation(
                    path + "[" + v.getName() + "]", "has both value and valueFrom: keep one"))
        .findFirst();
  }
}
