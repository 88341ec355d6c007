package dev.messageboard.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.api.v1alpha1.Phase;
import dev.messageboard.operator.desired.Boards;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nobody is called out of bed because an autoscaler adds a pod. */
class AutoscaledTierTest {

  private static final String AUTOSCALED =
      "{version: 1.2.3, migration: {mode: Disabled}, database: {embedded: {}}, api: {autoscaling: {minReplicas: 1, maxReplicas: 6}}}";
  private static final String COMPLETE =
      "conditions: [{type: Progressing, status: 'True', reason: NewReplicaSetAvailable}]}";
  private static final String GROWING =
      "{observedGeneration: 3, replicas: 2, readyReplicas: 1, updatedReplicas: 2, availableReplicas: 1, "
          + COMPLETE;
  private static final String NOT_TAKEN_UP = Seen.SERVING.replace("tion: 3", "tion: 2");

  @Test
  void itIsReadyWhileItsNewPodsStart() {
    var status = after(autoscaled(GROWING), Optional.empty());
    assertThat(ready(status)).startsWith("True Serving");
    assertThat(status.phase()).isEqualTo(Phase.Running);
  }

  @Test
  void itIsNotReadyWithFewerPodsThanItShallHaveAtLeast() {
    var none = GROWING.replace("availableReplicas: 1", "availableReplicas: 0");
    assertThat(ready(after(autoscaled(none), Optional.empty()))).startsWith("False");
  }

  @Test
  void itIsNotReadyWhileItsPodsAreReplaced() {
    var replacing = GROWING.replace("NewReplicaSetAvailable", "ReplicaSetUpdated");
    assertThat(ready(after(autoscaled(replacing), Optional.empty())))
        .startsWith("False RollingOut");
  }

  @Test
  void aTierWithoutAnAutoscalerIsNotReadyWhileItGrows() {
    assertThat(ready(after(Seen.serving().api(GROWING), Optional.empty())))
        .startsWith("False PodsNotReady");
  }

  @Test
  void itStaysReadyUntilTheNewNumberIsTakenUp() {
    var before = after(autoscaled(Seen.SERVING.replace("}", ", " + COMPLETE)), Optional.empty());
    assertThat(ready(before)).startsWith("True");
    assertThat(ready(after(autoscaled(NOT_TAKEN_UP), Optional.of(before)))).startsWith("True");
  }

  @Test
  void itIsNotReadyWhenSomethingElseThanTheNumberIsYetToBeTakenUp() {
    var before = after(autoscaled(Seen.SERVING.replace("}", ", " + COMPLETE)), Optional.empty());
    var rolled =
        autoscaled(NOT_TAKEN_UP)
            .findings(f -> f.withChanged(List.of(new Change("Deployment team-api", false))));
    assertThat(ready(after(rolled, Optional.of(before)))).startsWith("False RollingOut");
    assertThat(ready(after(autoscaled(NOT_TAKEN_UP), Optional.empty())))
        .startsWith("False RollingOut");
  }

  private static Seen autoscaled(String api) {
    return Seen.serving().board(Boards.of(AUTOSCALED)).api(api);
  }

  private static MessageBoardStatus after(Seen seen, Optional<MessageBoardStatus> previous) {
    return new StatusAssembler(Clock.systemUTC()).assemble(seen.now(), previous);
  }

  private static String ready(MessageBoardStatus status) {
    Condition ready = status.conditions().get(0);
    return ready.getStatus() + " " + ready.getReason() + ": " + ready.getMessage();
  }
}
