package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every pod of a board. */
class PodTemplateTest {

  static Stream<PodTemplateSpec> templates() {
    var board = Boards.embedded();
    var inputs = Boards.inputs();
    return Stream.of(
        DesiredFrontendDeployment.of(board, inputs).getSpec().getTemplate(),
        DesiredApiDeployment.of(board, inputs, Boards.binding()).getSpec().getTemplate(),
        DesiredMysqlStatefulSet.of(board, inputs, Boards.passwords()).getSpec().getTemplate());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void thePodKeepsTheRestrictedPodSecurityStandard(PodTemplateSpec template) {
    var pod = template.getSpec().getSecurityContext();
    assertThat(pod.getRunAsNonRoot()).isTrue();
    assertThat(pod.getRunAsUser()).isEqualTo(10001);
    assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(template.getSpec().getContainers())
        .allSatisfy(
            container -> {
              var security = container.getSecurityContext();
              assertThat(security.getAllowPrivilegeEscalation()).isFalse();
              assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
              assertThat(security.getReadOnlyRootFilesystem()).isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("templates")
  void thePodKnowsNothingOfTheClusterThatItDoesNotNeed(PodTemplateSpec template) {
    assertThat(template.getSpec().getAutomountServiceAccountToken()).isFalse();
    assertThat(template.getSpec().getEnableServiceLinks()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void everyContainerIsProbedLimitedAndPulledOnlyWhenAbsent(PodTemplateSpec template) {
    assertThat(template.getSpec().getContainers())
        .allSatisfy(
            container -> {
              assertThat(container.getStartupProbe()).isNotNull();
              assertThat(container.getReadinessProbe()).isNotNull();
              assertThat(container.getLivenessProbe()).isNotNull();
              assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
              assertThat(container.getResources().getLimits()).containsKey("memory");
              assertThat(container.getImagePullPolicy()).isEqualTo("IfNotPresent");
            });
  }

  @ParameterizedTest
  @MethodSource("templates")
  void everyMountHasItsVolumeAndEveryVolumeItsMount(PodTemplateSpec template) {
    var mounted =
        template.getSpec().getContainers().stream()
            .map(Container::getVolumeMounts)
            .flatMap(mounts -> mounts.stream().map(VolumeMount::getName));
    assertThat(mounted)
        .containsAll(template.getSpec().getVolumes().stream().map(Volume::getName).toList());
    assertThat(template.getMetadata().getAnnotations()).containsKey("messageboard.dev/config-hash");
  }
}
