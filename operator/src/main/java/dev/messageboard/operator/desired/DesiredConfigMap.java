package dev.messageboard.operator.desired;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Map;

public final class DesiredConfigMap {

  private DesiredConfigMap() {}

  public static ConfigMap of(MessageBoard board) {
    return new ConfigMapBuilder()
        .withMetadata(Child.of(board, Component.CONFIG))
        .withData(frontendData(board))
        .build();
  }

  static Map<String, String> frontendData(MessageBoard board) {
    return Map.of("nginx.conf", NginxConfig.of(board), "config.json", page(board));
  }

  private static String page(MessageBoard board) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("title", board.getSpec().board().title())
        .toString();
  }
}
