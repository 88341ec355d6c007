package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;

public final class DesiredFrontendDeployment {

  private DesiredFrontendDeployment() {}

  public static Deployment of(MessageBoard board, Inputs inputs) {
    var template =
        PodTemplate.of(
            Labels.of(board, Component.FRONTEND),
            Fingerprint.of(board.getMetadata().getUid(), DesiredConfigMap.frontendData(board)),
            container(board, inputs.images()),
            List.of(
                Volumes.configMap(Names.CONFIG, Names.of(board, Component.CONFIG)),
                Volumes.scratch(Names.TMP)));
    return TierDeployment.of(board, Component.FRONTEND, board.getSpec().frontend(), template);
  }

  private static Container container(MessageBoard board, Images images) {
    var healthy = Probes.http("/healthz", Names.HTTP);
    return TierContainer.of(
            Component.FRONTEND, images.frontendOf(board), board.getSpec().frontend())
        .withStartupProbe(Probes.startup(healthy, 60))
        .withReadinessProbe(Probes.readiness(healthy))
        .withLivenessProbe(Probes.liveness(healthy))
        .withVolumeMounts(
            Volumes.readOnly(Names.CONFIG, "/etc/messageboard"),
            Volumes.writable(Names.TMP, "/tmp"))
        .build();
  }
}
