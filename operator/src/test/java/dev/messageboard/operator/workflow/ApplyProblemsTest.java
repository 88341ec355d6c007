package dev.messageboard.operator.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.status.Problem;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.AggregatedOperatorException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refusal of the API server means for a board. */
class ApplyProblemsTest {

  @Test
  void thereIsNoneIfAllIsApplied() {
    assertThat(ApplyProblems.of(() -> {})).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"422, InvalidSpec", "403, ApplyFailed", "409, ApplyFailed", "500, ApplyFailed"})
  void onlyAnInvalidValueWaitsForAPerson(int code, String reason) {
    var status = new StatusBuilder().withCode(code).withMessage("operator: Inn").build();
    var refused = new KubernetesClientException("POST", code, status);

    var problems =
        ApplyProblems.of(
            () -> {
              throw new AggregatedOperatorException("api", Map.of("api", refused));
            });

    assertThat(problems)
        .containsExactly(
            new Problem(reason, "the API server refused a part of the board: operator: Inn"));
    assertThat(ApplyProblems.deserveRetry(problems)).isTrue();
  }
}
