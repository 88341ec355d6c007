package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;

public final class DesiredApiDeployment {

  /** A database that stays away is no reason to restart the pods that wait for it. */
  private static final int PATIENCE_SECONDS = 3600;

  private DesiredApiDeployment() {}

  public static Deployment of(MessageBoard board, Inputs inputs, Binding binding) {
    var template =
        PodTemplate.of(
            Labels.of(board, Component.API),
            Fingerprint.of(binding.fingerprintKey(), DesiredDatabaseSecret.data(binding)),
            container(board, inputs.images()),
            List.of(
                Volumes.secret(Names.DATABASE, Names.of(board, Component.DATABASE)),
                Volumes.scratch(Names.TMP)));
    return TierDeployment.of(board, Component.API, board.getSpec().api(), template);
  }

  private static Container container(MessageBoard board, Images images) {
    return TierContainer.of(Component.API, images.apiOf(board), board.getSpec().api())
        .addNewPort()
        .withName(Names.MANAGEMENT)
        .withContainerPort(9000)
        .withProtocol("TCP")
        .endPort()
        .addNewEnv()
        .withName("SERVICE_BINDING_ROOT")
        .withValue("/bindings")
        .endEnv()
        .withStartupProbe(
            Probes.startup(Probes.http("/q/health/started", Names.MANAGEMENT), PATIENCE_SECONDS))
        .withReadinessProbe(Probes.readiness(Probes.http("/q/health/ready", Names.MANAGEMENT)))
        .withLivenessProbe(Probes.liveness(Probes.http("/q/health/live", Names.MANAGEMENT)))
        .withVolumeMounts(
            Volumes.readOnly(Names.DATABASE, "/bindings/database"),
            Volumes.writable(Names.TMP, "/tmp"))
        .build();
  }
}
