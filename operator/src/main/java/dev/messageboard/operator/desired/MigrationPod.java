package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One attempt to bring the schema up: the API's image, which does that and nothing else. */
final class MigrationPod {

  private static final String COMMAND = "migrate";

  private MigrationPod() {}

  static PodTemplateSpec of(MessageBoard board, Images images, Binding binding) {
    var template =
        TierPod.of(
            board,
            Component.MIGRATION,
            board.getSpec().api(),
            Fingerprint.of(binding.fingerprintKey(), login(binding)),
            container(board, images),
            List.of(DatabaseVolume.forMigration(board, binding), Volumes.scratch(Names.TMP)));
    return new PodTemplateSpecBuilder(template)
        .editSpec()
        .withServiceAccountName(Names.of(board, Component.API))
        .withRestartPolicy("Never")
        .endSpec()
        .build();
  }

  /** Changed credentials are another attempt. */
  private static Map<String, String> login(Binding binding) {
    var data = DesiredDatabaseSecret.data(binding);
    binding
        .migration()
        .ifPresent(login -> DesiredDatabaseSecret.putLogin(data, login, "username", "password"));
    return data;
  }

  private static Container container(MessageBoard board, Images images) {
    var tier =
        TierContainer.of(Component.MIGRATION, images.apiOf(board), board.getSpec().api()).build();
    return new ContainerBuilder(tier)
        .withPorts(List.of())
        .withLifecycle(null)
        .withArgs(COMMAND)
        .withEnv(environment(board))
        .withTerminationMessagePolicy("FallbackToLogsOnError")
        .withVolumeMounts(
            Volumes.readOnly(Names.DATABASE, ApiContainer.BINDINGS + "/" + Names.DATABASE),
            Volumes.writable(Names.TMP, "/tmp"))
        .build();
  }

  private static List<EnvVar> environment(MessageBoard board) {
    var ours = Stream.of(new EnvVar("SERVICE_BINDING_ROOT", ApiContainer.BINDINGS, null));
    var theirs = Verbatim.all(board.getSpec().api().env(), EnvVar.class);
    return Stream.concat(ours, theirs.stream()).toList();
  }
}
