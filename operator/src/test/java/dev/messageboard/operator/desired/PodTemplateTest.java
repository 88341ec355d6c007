package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** With that of the migration, which ends by itself and is not probed. */
  static Stream<PodTemplateSpec> allTemplates() {
    var job =
        DesiredMigrationJob.of(Boards.external(), Boards.installation().images(), Boards.binding());
    return Stream.concat(templates(), Stream.of(job.getSpec().getTemplate()));
  }

  @ParameterizedTest
  @MethodSource("allTemplates")
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
  @MethodSource("allTemplates")
  void thePodKnowsNothingOfTheClusterThatItDoesNotNeed(PodTemplateSpec template) {
    assertThat(template.getSpec().getAutomountServiceAccountToken()).isFalse();
    assertThat(template.getSpec().getEnableServiceLinks()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0, /healthz 1s x60, /healthz 5s x2, /healthz 10s x3",
    "1, /q/health/started 1s x3600, /q/health/ready 5s x2, /q/health/live 10s x3",
    "2, mysql 1s x600, mysql 5s x2, mysql 10s x3",
  })
  void aSlowStartIsWaitedForAndOnlyThenAPodIsJudged(
      int template, String startup, String readiness, String liveness) {
    var container = templates().toList().get(template).getSpec().getContainers().get(0);
    assertThat(told(container.getStartupProbe())).isEqualTo(startup);
    assertThat(told(container.getReadinessProbe())).isEqualTo(readiness);
    assertThat(told(container.getLivenessProbe())).isEqualTo(liveness);
  }

  private static String told(Probe probe) {
    var what =
        probe.getHttpGet() != null
            ? probe.getHttpGet().getPath()
            : probe.getTcpSocket().getPort().getStrVal();
    return "%s %ds x%d".formatted(what, probe.getPeriodSeconds(), probe.getFailureThreshold());
  }

  @ParameterizedTest
  @MethodSource("allTemplates")
  void everyContainerIsLimitedAndPulledOnlyWhenAbsent(PodTemplateSpec template) {
    assertThat(template.getSpec().getContainers())
        .allSatisfy(
            container -> {
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
