package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.IntOrString;

@ValidationRule(
    value = "has(self.maxUnavailable) != has(self.minAvailable)",
    message =
        "set exactly one of podDisruptionBudget.maxUnavailable and podDisruptionBudget.minAvailable")
@ValidationRule(
    value =
        "(!has(self.maxUnavailable) || (type(self.maxUnavailable) == int ? self.maxUnavailable >= 0"
            + " : self.maxUnavailable.matches('^(100|[0-9]{1,2})%$'))) && (!has(self.minAvailable)"
            + " || (type(self.minAvailable) == int ? self.minAvailable >= 0"
            + " : self.minAvailable.matches('^(100|[0-9]{1,2})%$')))",
    message =
        "podDisruptionBudget.maxUnavailable and podDisruptionBudget.minAvailable are a number from 0 or a"
            + " percentage from 0% to 100%")
public record PodDisruptionBudgetSpec(
    @JsonPropertyDescription(
            "How many pods an eviction may take away at once, as a number or a percentage such as 25%.")
        IntOrString maxUnavailable,
    @JsonPropertyDescription(
            "How many pods an eviction has to leave, as a number or a percentage such as 50%.")
        IntOrString minAvailable) {

  static final String DEFAULT = "maxUnavailable: 1";

  static PodDisruptionBudgetSpec ofDefaults() {
    return new PodDisruptionBudgetSpec(new IntOrString(1), null);
  }
}
