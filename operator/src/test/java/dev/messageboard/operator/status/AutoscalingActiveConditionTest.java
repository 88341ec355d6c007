package dev.messageboard.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.desired.Boards;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of two autoscalers the one that fares worse is told. */
class AutoscalingActiveConditionTest {

  @ParameterizedTest(name = "api {0}, frontend {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "absent                 | absent                 | absent",
        "ScalingActive True     | absent                 | True Told: api: said",
        "absent                 | ScalingActive True     | True Told: frontend: said",
        "ScalingActive True     | ScalingActive True     | True Told: api: said",
        "ScalingActive True     | silent                 | Unknown Waiting: frontend: the autoscaler has not looked at the pods yet",
        "silent                 | ScalingActive True     | Unknown Waiting: api: the autoscaler has not looked at the pods yet",
        "silent                 | silent                 | Unknown Waiting: api: the autoscaler has not looked at the pods yet",
        "silent                 | ScalingActive False    | False Told: frontend: said",
        "ScalingActive False    | silent                 | False Told: api: said",
        "ScalingActive True     | AbleToScale False      | False Told: frontend: said",
        "ScalingActive False    | AbleToScale False      | False Told: api: said",
      })
  void whatIsFalseIsToldBeforeWhatIsUnknownAndThatBeforeWhatIsTrue(
      String api, String frontend, String told) {
    var board =
        Boards.of(
            "{version: 1.2.3, database: {embedded: {}}, api: %s, frontend: %s}"
                .formatted(tier(api), tier(frontend)));
    var autoscalers =
        Stream.of(autoscaler("team-api", api), autoscaler("team-frontend", frontend)).toList();
    var seen =
        new BoardObservation(
            board,
            List.<HasMetadata>copyOf(autoscalers),
            new DatabaseSeen(Optional.empty(), Optional.empty()),
            Findings.NONE);
    var verdict = AutoscalingActiveCondition.of(seen);
    assertThat(verdict.map(AutoscalingActiveConditionTest::told).orElse("absent")).isEqualTo(told);
  }

  private static String tier(String said) {
    return "absent".equals(said) ? "{}" : "{autoscaling: {maxReplicas: 3}}";
  }

  /** One that is silent, or says this of itself. */
  private static HorizontalPodAutoscaler autoscaler(String name, String said) {
    var words = said.split(" ");
    var conditions =
        words.length < 2
            ? "[]"
            : "[{type: %s, status: '%s', reason: Told, message: said}]"
                .formatted(words[0], words[1]);
    return Serialization.unmarshal(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: %s}
        status: {conditions: %s}
        """
            .formatted(name, conditions),
        HorizontalPodAutoscaler.class);
  }

  private static String told(Verdict verdict) {
    return "%s %s: %s".formatted(verdict.status(), verdict.reason(), verdict.message());
  }
}
