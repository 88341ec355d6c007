package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.util.List;
import java.util.stream.Stream;

/** The container of the API: what it is told, where it reads the rest, how it is probed. */
final class ApiContainer {

  static final String KEYS = "/keys";

  private static final String CONFIG = "/config";
  static final String BINDINGS = "/bindings";

  /** A database that stays away is no reason to restart the pods that wait for it. */
  private static final int PATIENCE_SECONDS = 3600;

  private ApiContainer() {}

  static Container of(MessageBoard board, Images images) {
    return TierContainer.of(Component.API, images.apiOf(board), board.getSpec().api())
        .addNewPort()
        .withName(Names.MANAGEMENT)
        .withContainerPort(9000)
        .withProtocol("TCP")
        .endPort()
        .withEnv(environment(board))
        .withStartupProbe(
            Probes.startup(Probes.http("/q/health/started", Names.MANAGEMENT), PATIENCE_SECONDS))
        .withReadinessProbe(Probes.readiness(Probes.http("/q/health/ready", Names.MANAGEMENT)))
        .withLivenessProbe(Probes.liveness(Probes.http("/q/health/live", Names.MANAGEMENT)))
        .withVolumeMounts(
            Volumes.readOnly(Names.DATABASE, BINDINGS + "/" + Names.DATABASE),
            Volumes.readOnly(Names.CONFIG, CONFIG),
            Volumes.readOnly(Names.KEYS, KEYS),
            Volumes.writable(Names.TMP, "/tmp"))
        .build();
  }

  private static List<EnvVar> environment(MessageBoard board) {
    var ours =
        Stream.of(
            new EnvVar("SERVICE_BINDING_ROOT", BINDINGS, null),
            new EnvVar("MESSAGEBOARD_SCHEMA", "wait", null),
            new EnvVar("QUARKUS_CONFIG_LOCATIONS", CONFIG + "/" + DesiredConfigMap.API, null),
            fromPod("POD_NAME", "metadata.name"),
            fromPod("POD_NAMESPACE", "metadata.namespace"),
            fromPod("POD_IP", "status.podIP"));
    var theirs = Verbatim.all(board.getSpec().api().env(), EnvVar.class);
    return Stream.concat(ours, theirs.stream()).toList();
  }

  private static EnvVar fromPod(String name, String field) {
    return new EnvVarBuilder()
        .withName(name)
        .withNewValueFrom()
        .withNewFieldRef("v1", field)
        .endValueFrom()
        .build();
  }
}
