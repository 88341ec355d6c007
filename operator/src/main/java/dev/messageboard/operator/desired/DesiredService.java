package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;

public final class DesiredService {

  private DesiredService() {}

  public static Service ofTier(MessageBoard board, Component tier) {
    return of(board, tier, Names.HTTP, 80);
  }

  /** With an address of its own, so that a client keeps it when the pod is replaced. */
  public static Service ofMysql(MessageBoard board) {
    return of(board, Component.MYSQL, Names.MYSQL, MysqlPod.PORT);
  }

  private static Service of(MessageBoard board, Component component, String port, int number) {
    return new ServiceBuilder()
        .withMetadata(Child.of(board, component))
        .withNewSpec()
        .withType("ClusterIP")
        .withSelector(Labels.selector(board, component))
        .addNewPort()
        .withName(port)
        .withPort(number)
        .withProtocol("TCP")
        .withNewTargetPort(port)
        .endPort()
        .endSpec()
        .build();
  }
}
