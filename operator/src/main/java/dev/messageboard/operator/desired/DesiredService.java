package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.ServiceSpec;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;

public final class DesiredService {

  private DesiredService() {}

  public static Service ofTier(MessageBoard board, Component tier, ServiceSpec spec) {
    var port =
        new ServicePortBuilder(port(Names.HTTP, spec.port())).withNodePort(spec.nodePort()).build();
    return of(Child.of(board, tier, spec.annotations()), board, tier, spec.type().name(), port);
  }

  /** With an address of its own, so that a client keeps it when the pod is replaced. */
  public static Service ofMysql(MessageBoard board) {
    return of(
        Child.of(board, Component.MYSQL),
        board,
        Component.MYSQL,
        "ClusterIP",
        port(Names.MYSQL, MysqlPod.PORT));
  }

  private static Service of(
      ObjectMeta metadata, MessageBoard board, Component component, String type, ServicePort port) {
    return new ServiceBuilder()
        .withMetadata(metadata)
        .withNewSpec()
        .withType(type)
        .withSelector(Labels.selector(board, component))
        .withPorts(port)
        .endSpec()
        .build();
  }

  private static ServicePort port(String name, int number) {
    return new ServicePortBuilder()
        .withName(name)
        .withPort(number)
        .withProtocol("TCP")
        .withNewTargetPort(name)
        .build();
  }
}
