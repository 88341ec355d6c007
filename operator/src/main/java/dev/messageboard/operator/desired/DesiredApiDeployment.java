package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.SecretProjection;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class DesiredApiDeployment {

  private DesiredApiDeployment() {}

  public static Deployment of(MessageBoard board, Inputs inputs, Binding binding) {
    var spec = board.getSpec().api();
    var template =
        TierPod.of(
            board,
            Component.API,
            spec,
            Fingerprint.of(binding.fingerprintKey(), whatThePodsRead(board, inputs, binding)),
            ApiContainer.of(board, inputs.images()),
            volumes(board, binding));
    return TierDeployment.of(board, Component.API, inputs.scales().api(), template);
  }

  private static Map<String, String> whatThePodsRead(
      MessageBoard board, Inputs inputs, Binding binding) {
    var data = new HashMap<>(DesiredDatabaseSecret.data(binding));
    data.putAll(DesiredKeysSecret.data(inputs.keys()));
    data.putAll(DesiredConfigMap.apiData(board, inputs.installation(), inputs.connections()));
    return data;
  }

  private static List<Volume> volumes(MessageBoard board, Binding binding) {
    return List.of(
        DatabaseVolume.forApi(board, binding),
        Volumes.configMap(Names.CONFIG, Names.of(board, Component.CONFIG), DesiredConfigMap.API),
        keys(board),
        Volumes.scratch(Names.TMP));
  }

  /** Without its Secret there is no moderation, but there is a board. */
  private static Volume keys(MessageBoard board) {
    var made = new SecretProjection(null, Names.of(board, Component.KEYS), null);
    var admin = board.getSpec().board().adminSecretRef();
    if (admin == null) {
      return Volumes.projected(Names.KEYS, made);
    }
    var token = List.of(new KeyToPath(admin.key(), null, "admin-token"));
    return Volumes.projected(Names.KEYS, made, new SecretProjection(token, admin.name(), true));
  }
}
