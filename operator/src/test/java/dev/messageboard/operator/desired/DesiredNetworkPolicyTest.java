package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each policy as lines: "from or to whom: ports". */
class DesiredNetworkPolicyTest {

  private static final String DNS = "to anyone: UDP 53, TCP 53";

  @Test
  void anyoneReachesThePageAndThePageReachesTheApi() {
    assertThat(told(DesiredNetworkPolicy.ofFrontend(Boards.embedded())))
        .containsExactly("from anyone: TCP 8080", DNS, "to pods api: TCP 8080");
  }

  @Test
  void onlyWhomTheSpecNamesReachesThePage() {
    var board =
        Boards.of(
            "{version: 1, networkPolicy: {ingressFrom: [{ipBlock: {cidr: 10.0.0.0/8}}, {namespaceSelector: {matchLabels: {a: b}}}]}, database: {embedded: {}}}");
    assertThat(told(DesiredNetworkPolicy.ofFrontend(board)))
        .contains("from 10.0.0.0/8 and namespaces {a=b}: TCP 8080");
  }

  /** Without it the selector would be that of every namespace. */
  @Test
  void aLabelWithoutAValueStaysInASelector() {
    var board =
        Boards.of(
            "{version: 1, networkPolicy: {ingressFrom: [{namespaceSelector: {matchLabels: {door: ''}}}]}, database: {embedded: {}}}");
    assertThat(told(DesiredNetworkPolicy.ofFrontend(board)))
        .contains("from namespaces {door=}: TCP 8080");
  }

  @Test
  void onlyTheFrontendReachesTheApiAndTheApiItsDatabase() {
    assertThat(told(DesiredNetworkPolicy.ofApi(Boards.external(), Boards.binding())))
        .containsExactly(
            "from pods frontend: TCP 8080",
            "from namespaces {messageboard.dev/monitoring=true}: TCP 9000",
            DNS,
            "to anyone: TCP 3307");
    assertThat(told(DesiredNetworkPolicy.ofApi(Boards.embedded(), Boards.binding())))
        .contains("to pods mysql: TCP 3307");
  }

  @Test
  void theApiReachesWhatTheSpecAdds() {
    var board =
        Boards.of(
            """
            {version: 1, database: {external: {secretRef: {name: a}}}, networkPolicy: {databaseCidrs: [10.1.0.0/16, 'fd00::/8'],
             extraEgress: [{to: [{ipBlock: {cidr: 10.2.0.0/16}}], ports: [{port: 4317}]}, {ports: [{port: 443, protocol: UDP}]}]}}""");
    assertThat(told(DesiredNetworkPolicy.ofApi(board, Boards.binding())))
        .contains(
            "to 10.1.0.0/16 and fd00::/8: TCP 3307",
            "to 10.2.0.0/16: TCP 4317",
            "to anyone: UDP 443");
  }

  @Test
  void podsThatLogInByIamReachWhereTheyGetTheirIdentity() {
    assertThat(told(DesiredNetworkPolicy.ofApi(Boards.byIam("{}"), Boards.bindingByIam())))
        .contains("to 169.254.170.23/32 and fd00:ec2::23/128: TCP 80")
        .doesNotContain("to anyone: TCP 443");
    var irsa = Boards.byIam("{eks.amazonaws.com/role-arn: 'arn:aws:iam::111122223333:role/team'}");
    assertThat(told(DesiredNetworkPolicy.ofApi(irsa, Boards.bindingByIam())))
        .contains("to anyone: TCP 443")
        .doesNotContain("to 169.254.170.23/32 and fd00:ec2::23/128: TCP 80");
  }

  @Test
  void mysqlAdmitsTheApiItsJobsAndTheOperator() {
    assertThat(told(DesiredNetworkPolicy.ofMysql(Boards.embedded(), "messageboard-system")))
        .containsExactly(
            "from pods api, migration and namespaces {kubernetes.io/metadata.name=messageboard-system}: TCP 3306",
            DNS);
  }

  @Test
  void thePolicyOfTheApiCoversItsJobsToo() {
    var policy = DesiredNetworkPolicy.ofApi(Boards.embedded(), Boards.binding());
    assertThat(pods(new NetworkPolicyPeer(null, null, policy.getSpec().getPodSelector())))
        .isEqualTo("pods api, migration");
    assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
  }

  private static List<String> told(NetworkPolicy policy) {
    var spec = policy.getSpec();
    return Stream.concat(
            spec.getIngress().stream()
                .map(rule -> "from " + peers(rule.getFrom()) + ": " + ports(rule.getPorts())),
            spec.getEgress().stream()
                .map(rule -> "to " + peers(rule.getTo()) + ": " + ports(rule.getPorts())))
        .toList();
  }

  private static String peers(List<NetworkPolicyPeer> peers) {
    return peers.isEmpty()
        ? "anyone"
        : peers.stream().map(DesiredNetworkPolicyTest::peer).collect(Collectors.joining(" and "));
  }

  private static String peer(NetworkPolicyPeer peer) {
    if (peer.getIpBlock() != null) {
      return peer.getIpBlock().getCidr();
    }
    return peer.getNamespaceSelector() == null
        ? pods(peer)
        : "namespaces " + peer.getNamespaceSelector().getMatchLabels();
  }

  private static String pods(NetworkPolicyPeer peer) {
    var selector = peer.getPodSelector();
    var components = new TreeSet<String>();
    selector.getMatchExpressions().forEach(e -> components.addAll(e.getValues()));
    if (selector.getMatchLabels().containsKey(Labels.COMPONENT)) {
      components.add(selector.getMatchLabels().get(Labels.COMPONENT));
    }
    assertThat(selector.getMatchLabels()).containsEntry(Labels.INSTANCE, "team");
    return "pods " + String.join(", ", components);
  }

  private static String ports(List<NetworkPolicyPort> ports) {
    return ports.stream()
        .map(port -> port.getProtocol() + " " + port.getPort().getIntVal())
        .collect(Collectors.joining(", "));
  }
}
