package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.IngressProfile;
import dev.messageboard.operator.api.v1alpha1.IngressSpec;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackendBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.util.List;
import java.util.stream.Stream;

/** Without a host the frontend answers for every name that nobody else claims. */
public final class DesiredIngress {

  private DesiredIngress() {}

  public static Ingress of(MessageBoard board) {
    var spec = board.getSpec().ingress();
    var hosts = hosts(spec);
    var frontend = frontend(board);
    return new IngressBuilder()
        .withMetadata(Child.of(board, Component.BOARD, IngressMetadata.annotations(spec)))
        .withNewSpec()
        .withIngressClassName(className(spec))
        .withDefaultBackend(hosts.isEmpty() ? frontend : null)
        .withRules(hosts.stream().map(host -> rule(host, frontend)).toList())
        .withTls(tls(board, spec, hosts))
        .endSpec()
        .build();
  }

  private static String className(IngressSpec spec) {
    return spec.className() == null && spec.profile() == IngressProfile.AWSLoadBalancer
        ? "alb"
        : spec.className();
  }

  private static List<String> hosts(IngressSpec spec) {
    return Stream.concat(Stream.ofNullable(spec.host()), spec.additionalHosts().stream())
        .distinct()
        .toList();
  }

  private static IngressBackend frontend(MessageBoard board) {
    return new IngressBackendBuilder()
        .withNewService()
        .withName(Names.of(board, Component.FRONTEND))
        .withNewPort(Names.HTTP, null)
        .endService()
        .build();
  }

  private static IngressRule rule(String host, IngressBackend frontend) {
    return new IngressRuleBuilder()
        .withHost(host)
        .withNewHttp()
        .addNewPath()
        .withPath("/")
        .withPathType("Prefix")
        .withBackend(frontend)
        .endPath()
        .endHttp()
        .build();
  }

  private static List<IngressTLS> tls(MessageBoard board, IngressSpec spec, List<String> hosts) {
    if (spec.tls() == null) {
      return List.of();
    }
    var named = spec.tls().secretName();
    var made = Names.of(board, Component.BOARD) + "-tls";
    return List.of(new IngressTLS(hosts, named == null ? made : named));
  }
}
