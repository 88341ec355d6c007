package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import java.util.stream.Stream;

/** Where the pods of a board that logs in by IAM get the AWS identity that signs their tokens. */
final class AwsIdentity {

  /** IRSA: the role of a service account, which STS gives for the account's token. */
  private static final String ROLE = "eks.amazonaws.com/role-arn";

  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  /** EKS Pod Identity: the agent of the node, the same address everywhere. */
  private static final List<NetworkPolicyPeer> AGENT =
      List.of(NetworkRules.range("169.254.170.23/32"), NetworkRules.range("fd00:ec2::23/128"));

  private AwsIdentity() {}

  static Stream<NetworkPolicyEgressRule> reach(MessageBoard board) {
    var spec = board.getSpec();
    if (!spec.database().byIam()) {
      return Stream.empty();
    }
    return spec.api().serviceAccount().annotations().containsKey(ROLE)
        ? Stream.of(NetworkRules.reach(List.of(), HTTPS))
        : Stream.of(NetworkRules.reach(AGENT, HTTP));
  }
}
