package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.IngressProfile;
import dev.messageboard.operator.api.v1alpha1.IngressSpec;
import dev.messageboard.operator.api.v1alpha1.IngressTlsSpec;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackendBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.util.List;
import java.util.Optional;
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
        .withTls(tls(board, hosts))
        .endSpec()
        .build();
  }

  private static String className(IngressSpec spec) {
    return spec.className() == null && spec.profile() == IngressProfile.AWSLoadBalancer
        ? "alb"
        : spec.className();
  }

  /** Every name under which it is reached. */
  public static List<String> hosts(IngressSpec spec) {
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

  private static List<IngressTLS> tls(MessageBoard board, List<String> hosts) {
    return tls(board)
        .map(tls -> List.of(new IngressTLS(hosts, certificateSecret(board, tls))))
        .orElseGet(List::of);
  }

  /** How the board is encrypted here, if it is. */
  public static Optional<IngressTlsSpec> tls(MessageBoard board) {
    return Optional.ofNullable(board.getSpec().ingress()).map(IngressSpec::tls);
  }

  /** The Secret with its certificate, be it somebody's or cert-manager's. */
  public static String certificateSecret(MessageBoard board, IngressTlsSpec tls) {
    return tls.secretName() == null ? Names.of(board, Component.BOARD) + "-tls" : tls.secretName();
  }
}
