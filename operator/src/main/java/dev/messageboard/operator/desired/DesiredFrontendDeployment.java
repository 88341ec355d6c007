package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;

public final class DesiredFrontendDeployment {

  private DesiredFrontendDeployment() {}

  public static Deployment of(MessageBoard board, Inputs inputs) {
    var spec = board.getSpec().frontend();
    var data = DesiredConfigMap.frontendData(board, inputs.installation());
    var volumes =
        List.of(
            Volumes.configMap(
                Names.CONFIG,
                Names.of(board, Component.CONFIG),
                DesiredConfigMap.NGINX,
                DesiredConfigMap.PAGE),
            Volumes.scratch(Names.TMP));
    var template =
        TierPod.of(
            board,
            Component.FRONTEND,
            spec,
            Fingerprint.of(board.getMetadata().getUid(), data),
            container(board, inputs.images()),
            volumes);
    return TierDeployment.of(board, Component.FRONTEND, inputs.scales().frontend(), template);
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
