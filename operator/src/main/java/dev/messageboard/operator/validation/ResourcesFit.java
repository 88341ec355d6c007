package dev.messageboard.operator.validation;

import dev.messageboard.operator.api.v1alpha1.ResourcesSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Quantities can be read, and no request is above its limit: the API server would refuse the pods.
 */
final class ResourcesFit {

  private ResourcesFit() {}

  static Optional<Violation> violation(String path, ResourcesSpec resources) {
    return unreadable(path + ".requests", resources.requests())
        .or(() -> unreadable(path + ".limits", resources.limits()))
        .or(() -> aboveLimit(path, resources));
  }

  private static Optional<Violation> unreadable(String path, Map<String, Quantity> quantities) {
    return sorted(quantities)
        .filter(entry -> amount(entry.getValue()).isEmpty())
        .map(
            entry ->
                new Violation(
                    path + "." + entry.getKey(), "is not a quantity such as 500m or 256Mi"))
        .findFirst();
  }

  private static Optional<Violation> aboveLimit(String path, ResourcesSpec resources) {
    return sorted(resources.requests())
        .filter(request -> resources.limits().containsKey(request.getKey()))
        .filter(
            request ->
                amount(request.getValue())
                        .orElseThrow()
                        .compareTo(amount(resources.limits().get(request.getKey())).orElseThrow())
                    > 0)
        .map(
            request ->
                new Violation(
                    path + ".requests." + request.getKey(),
                    "is %s, above its limit of %s: raise the limit or lower the request"
                        .formatted(request.getValue(), resources.limits().get(request.getKey()))))
        .findFirst();
  }

  private static Stream<Map.Entry<String, Quantity>> sorted(Map<String, Quantity> quantities) {
    return quantities.entrySet().stream().sorted(Map.Entry.comparingByKey());
  }

  private static Optional<BigDecimal> amount(Quantity quantity) {
    try {
      return Optional.of(quantity.getNumericalAmount()).filter(amount -> amount.signum() >= 0);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
