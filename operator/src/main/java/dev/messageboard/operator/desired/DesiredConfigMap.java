package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Map;

public final class DesiredConfigMap {

  static final String NGINX = "nginx.conf";
  static final String PAGE = "config.json";
  static final String API = "api.properties";

  private DesiredConfigMap() {}

  public static ConfigMap of(
      MessageBoard board, Installation installation, ConnectionBudget connections) {
    return new ConfigMapBuilder()
        .withMetadata(Child.of(board, Component.CONFIG))
        .withData(frontendData(board, installation))
        .addToData(apiData(board, installation, connections))
        .build();
  }

  static Map<String, String> frontendData(MessageBoard board, Installation installation) {
    return Map.of(
        NGINX, NginxConfig.of(board, installation.trustedProxies()), PAGE, PageConfig.of(board));
  }

  static Map<String, String> apiData(
      MessageBoard board, Installation installation, ConnectionBudget connections) {
    return Map.of(API, ApiProperties.of(board, installation.trustedProxies(), connections.pool()));
  }
}
