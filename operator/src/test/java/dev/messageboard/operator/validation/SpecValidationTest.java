package dev.messageboard.operator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.desired.Boards;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecValidationTest {

  @Test
  void theDefaultsAreValid() {
    assertThat(violation("{}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {requests: {memory: 2Gi}, limits: {memory: 1Gi}} | spec.api.resources.requests.memory is 2Gi, above its limit of 1Gi: raise the limit or lower the request
          {requests: {cpu: 1}, limits: {cpu: 999m}}        | spec.api.resources.requests.cpu is 1, above its limit of 999m: raise the limit or lower the request
          {requests: {cpu: many}}                          | spec.api.resources.requests.cpu is not a quantity such as 500m or 256Mi
          {limits: {memory: -1Mi}}                         | spec.api.resources.limits.memory is not a quantity such as 500m or 256Mi
          """)
  void whatNoPodCouldSatisfyIsToldWithItsPath(String resources, String told) {
    assertThat(violation(resources).map(v -> v.path() + " " + v.message())).contains(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{requests: {memory: 1024Mi}, limits: {memory: 1Gi}}", "{requests: {cpu: 2}}"})
  void whatFitsIsValid(String resources) {
    assertThat(violation(resources)).isEmpty();
  }

  private static Optional<Violation> violation(String resources) {
    var board =
        Boards.of("{version: 1, api: {resources: " + resources + "}, database: {embedded: {}}}");
    return SpecValidation.firstViolation(board.getSpec());
  }
}
