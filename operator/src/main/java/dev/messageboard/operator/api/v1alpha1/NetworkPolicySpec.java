package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import java.util.Objects;

public record NetworkPolicySpec(
    @Default("true")
        @JsonPropertyDescription(
            "Whether the operator confines the board's pods with NetworkPolicies.")
        Boolean enabled,
    @Size(max = 32)
        @JsonPropertyDescription(
            "Who reaches the page, in the form of networking.k8s.io/v1; without it anyone.")
        List<NetworkPolicyPeer> ingressFrom,
    @Size(max = 32)
        @JsonPropertyDescription(
            "Where the database may be, such as 10.0.0.0/16; without it anywhere on the database's port.")
        List<@Pattern(NetworkPolicySpec.CIDR) @Size(max = 43) String> databaseCidrs,
    @Size(max = 32)
        @JsonPropertyDescription(
            "What else the API may reach, in the form of networking.k8s.io/v1.")
        List<NetworkPolicyEgressRule> extraEgress) {

  /** Of IPv6 only the shape: validation looks closer. */
  static final String CIDR =
      "^((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])"
          + "|[0-9a-fA-F:]*:[0-9a-fA-F:.]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$";

  public NetworkPolicySpec {
    enabled = Objects.requireNonNullElse(enabled, true);
    ingressFrom = Objects.requireNonNullElse(ingressFrom, List.of());
    databaseCidrs = Objects.requireNonNullElse(databaseCidrs, List.of());
    extraEgress = Objects.requireNonNullElse(extraEgress, List.of());
  }

  static NetworkPolicySpec ofDefaults() {
    return new NetworkPolicySpec(null, null, null, null);
  }
}
