package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

  private static final String AUTOSCALED =
      "{version: 1.2.3, api: {autoscaling: {maxReplicas: 6}}, database: {embedded: {}}}";

  @Test
  void underAnAutoscalerTheCountIsLeftOut() {
    var spec = Boards.of(AUTOSCALED).getSpec().api();
    var scale = Scale.of(spec, Optional.of(live(5, null)), OptionalInt.of(2));
    assertThat(scale).isEqualTo(new Scale(null, "autoscaler", null));
  }

  @Test
  void aNewDeploymentHasWhatTheSpecAsksFor() {
    assertThat(of(Optional.empty(), 3)).isEqualTo(Scale.fixed(3));
  }

  @ParameterizedTest(name = "{0} pods, marked {1}, {2} asked for: {3}, marked {4}")
  @CsvSource({
    // nobody but the spec ever had a say: whatever there is, is put back
    "5,, 2, 2,",
    // the autoscaler is gone: what it called for stays, and is remembered
    "5, autoscaler, 2, 5, kept 5 instead of 2",
    "2, autoscaler, 2, 2,",
    "1, autoscaler, 2, 2,",
    "0, autoscaler, 0, 0,",
    // remembered, and put back if somebody changes it
    "5, kept 5 instead of 2, 2, 5, kept 5 instead of 2",
    "9, kept 5 instead of 2, 2, 5, kept 5 instead of 2",
    // until the spec asks for something else
    "5, kept 5 instead of 2, 3, 3,",
    "5, kept 5 instead of 2, 7, 7,",
    // what is none of our words means nothing
    "5, kept five instead of 2, 2, 2,",
    "5, kept, 2, 2,",
  })
  void whoeverEndsAutoscalingKeepsThePods(
      int count, String mark, int asked, int wanted, String newMark) {
    var scale = of(Optional.of(live(count, mark)), asked);
    assertThat(scale.replicas()).isEqualTo(wanted);
    assertThat(scale.mark()).isEqualTo(newMark);
  }

  @Test
  void onlyACountThatIsTakenOverIsGuarded() {
    assertThat(of(Optional.of(live(5, "autoscaler")), 2).guard()).isEqualTo("42");
    assertThat(of(Optional.of(live(5, "kept 5 instead of 2")), 2).guard()).isNull();
    assertThat(of(Optional.of(live(5, null)), 2).guard()).isNull();
  }

  @ParameterizedTest(name = "{0} pods, marked {1}")
  @CsvSource({"30,", "5, kept 5 instead of 2", "5, autoscaler", "0,"})
  void whileNobodyCanTellWhatIsAskedForALiveCountAndItsMarkStay(int count, String mark) {
    assertThat(ofUnknown(Optional.of(live(count, mark)))).isEqualTo(new Scale(count, mark, null));
  }

  @Test
  void aNewDeploymentBeginsWithReplicasWhileNobodyCanTellWhatIsAskedFor() {
    assertThat(ofUnknown(Optional.empty()))
        .isEqualTo(Scale.fixed(Boards.embedded().getSpec().api().replicas()));
  }

  private static Scale ofUnknown(Optional<Deployment> live) {
    return Scale.of(Boards.embedded().getSpec().api(), live, OptionalInt.empty());
  }

  private static Scale of(Optional<Deployment> live, int asked) {
    return Scale.of(Boards.embedded().getSpec().api(), live, OptionalInt.of(asked));
  }

  private static Deployment live(int replicas, String mark) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withResourceVersion("42")
        .withAnnotations(mark == null ? null : Map.of(Scale.ANNOTATION, mark))
        .endMetadata()
        .withNewSpec()
        .withReplicas(replicas)
        .endSpec()
        .build();
  }
}
