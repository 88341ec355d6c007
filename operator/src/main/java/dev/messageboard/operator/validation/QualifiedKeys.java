package dev.messageboard.operator.validation;

import java.util.Map;
import java.util.Optional;

/** Keys of labels and annotations have the form that Kubernetes asks for. */
final class QualifiedKeys {

  private static final String NAME = "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
  private static final String PREFIX = "[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?";
  private static final String KEY = "(" + PREFIX + "/)?" + NAME;

  private QualifiedKeys() {}

  static Optional<Violation> violation(String path, Map<String, String> map) {
    return map.keySet().stream()
        .sorted()
        .filter(key -> !key.matches(KEY))
        .map(
            key ->
                new Violation(
                    path + "[" + key + "]",
                    "is no key: write name or example.org/name, the name with at most 63 letters,"
                        + " digits, '-', '_' and '.'"))
        .findFirst();
  }
}
