package dev.messageboard.operator.desired;

import static dev.messageboard.operator.desired.NetworkRules.admit;
import static dev.messageboard.operator.desired.NetworkRules.namespaces;
import static dev.messageboard.operator.desired.NetworkRules.pods;
import static dev.messageboard.operator.desired.NetworkRules.reach;
import static dev.messageboard.operator.desired.NetworkRules.resolveNames;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.ArrayList;
import java.util.List;

public final class DesiredNetworkPolicy {

  private static final int HTTP = 8080;
  private static final int MANAGEMENT = 9000;

  private DesiredNetworkPolicy() {}

  public static NetworkPolicy ofFrontend(MessageBoard board) {
    var from = Verbatim.all(board.getSpec().networkPolicy().ingressFrom(), NetworkPolicyPeer.class);
    return of(
        board,
        Component.FRONTEND,
        NetworkRules.selector(board, Component.FRONTEND),
        List.of(admit(from, HTTP)),
        List.of(resolveNames(), reach(List.of(pods(board, Component.API)), HTTP)));
  }

  /** Of the API and of the Jobs that change its schema. */
  public static NetworkPolicy ofApi(MessageBoard board, Binding binding) {
    var spec = board.getSpec().networkPolicy();
    var egress = new ArrayList<NetworkPolicyEgressRule>();
    egress.add(resolveNames());
    egress.add(reach(database(board), binding.port()));
    AwsIdentity.reach(board).forEach(egress::add);
    egress.addAll(Verbatim.all(spec.extraEgress(), NetworkPolicyEgressRule.class));
    return of(
        board,
        Component.API,
        NetworkRules.selector(board, Component.API, Component.MIGRATION),
        List.of(
            admit(List.of(pods(board, Component.FRONTEND)), HTTP),
            admit(List.of(namespaces("messageboard.dev/monitoring", "true")), MANAGEMENT)),
        egress);
  }

  /** The operator looks whether the database answers. */
  public static NetworkPolicy ofMysql(MessageBoard board, String operatorNamespace) {
    return of(
        board,
        Component.MYSQL,
        NetworkRules.selector(board, Component.MYSQL),
        List.of(
            admit(
                List.of(
                    pods(board, Component.API, Component.MIGRATION),
                    namespaces("kubernetes.io/metadata.name", operatorNamespace)),
                MysqlPod.PORT)),
        List.of(resolveNames()));
  }

  private static List<NetworkPolicyPeer> database(MessageBoard board) {
    return board.getSpec().database().embedded() != null
        ? List.of(pods(board, Component.MYSQL))
        : board.getSpec().networkPolicy().databaseCidrs().stream()
            .map(NetworkRules::range)
            .toList();
  }

  private static NetworkPolicy of(
      MessageBoard board,
      Component component,
      LabelSelector pods,
      List<NetworkPolicyIngressRule> ingress,
      List<NetworkPolicyEgressRule> egress) {
    return new NetworkPolicyBuilder()
        .withMetadata(Child.of(board, component))
        .withNewSpec()
        .withPodSelector(pods)
        .withPolicyTypes("Ingress", "Egress")
        .withIngress(ingress)
        .withEgress(egress)
        .endSpec()
        .build();
  }
}
