package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.Arrays;
import java.util.List;

/** The words of which NetworkPolicies are made; an empty list of peers is everybody. */
final class NetworkRules {

  private static final int DNS = 53;

  private NetworkRules() {}

  static NetworkPolicyIngressRule admit(List<NetworkPolicyPeer> from, int port) {
    return new NetworkPolicyIngressRuleBuilder()
        .withFrom(from)
        .withPorts(port("TCP", port))
        .build();
  }

  static NetworkPolicyEgressRule reach(List<NetworkPolicyPeer> to, int port) {
    return new NetworkPolicyEgressRuleBuilder().withTo(to).withPorts(port("TCP", port)).build();
  }

  /** Anywhere: a cluster's resolver may be a pod, a cache on the node, or outside. */
  static NetworkPolicyEgressRule resolveNames() {
    return new NetworkPolicyEgressRuleBuilder()
        .withPorts(port("UDP", DNS), port("TCP", DNS))
        .build();
  }

  static NetworkPolicyPeer pods(MessageBoard board, Component... components) {
    return new NetworkPolicyPeerBuilder().withPodSelector(selector(board, components)).build();
  }

  static NetworkPolicyPeer namespaces(String label, String value) {
    return new NetworkPolicyPeerBuilder()
        .withNewNamespaceSelector()
        .addToMatchLabels(label, value)
        .endNamespaceSelector()
        .build();
  }

  static NetworkPolicyPeer range(String cidr) {
    return new NetworkPolicyPeerBuilder().withNewIpBlock().withCidr(cidr).endIpBlock().build();
  }

  static LabelSelector selector(MessageBoard board, Component... components) {
    if (components.length == 1) {
      return new LabelSelectorBuilder()
          .withMatchLabels(Labels.selector(board, components[0]))
          .build();
    }
    return new LabelSelectorBuilder()
        .withMatchLabels(Labels.selector(board, components[0]))
        .removeFromMatchLabels(Labels.COMPONENT)
        .addNewMatchExpression()
        .withKey(Labels.COMPONENT)
        .withOperator("In")
        .withValues(Arrays.stream(components).map(Component::toString).sorted().toList())
        .endMatchExpression()
        .build();
  }

  private static NetworkPolicyPort port(String protocol, int port) {
    return new NetworkPolicyPort(null, new IntOrString(port), protocol);
  }
}
