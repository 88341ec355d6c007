package dev.messageboard.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.api.v1alpha1.Phase;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextLookTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Ready=True,                                ,     whenSomethingHappens
          Ready=True,                                PT60S, PT60S
          Ready=True,                                PT2S,  PT2S
          Ready=False Reconciling=True,              ,      PT5S
          Ready=False Reconciling=True,              PT60S, PT5S
          Ready=False Reconciling=True,              PT2S,  PT2S
          Ready=False Stalled=True,                  PT60S, PT5S
          Ready=True OptionalApisServed=False,       ,      PT5S
          Ready=True OptionalApisServed=True,        PT60S, PT60S
          Ready=False Paused=True,                   PT60S, PT60S
          """)
  void comesWhenItIsDueAndSoonerToABoardThatIsNotAsItIsToBe(
      String conditions, Duration due, String wait) {
    assertThat(NextLook.after(status(conditions), Optional.ofNullable(due)))
        .isEqualTo(
            "whenSomethingHappens".equals(wait)
                ? Optional.empty()
                : Optional.of(Duration.parse(wait)));
  }

  private static MessageBoardStatus status(String conditions) {
    return MessageBoardStatus.unknown()
        .with(
            Phase.Running,
            Stream.of(conditions.split(" "))
                .map(condition -> condition.split("="))
                .map(is -> new ConditionBuilder().withType(is[0]).withStatus(is[1]).build())
                .toList());
  }
}
