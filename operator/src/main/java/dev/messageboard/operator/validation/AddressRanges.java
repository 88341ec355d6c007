package dev.messageboard.operator.validation;

import dev.messageboard.operator.api.v1alpha1.NetworkPolicySpec;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Address ranges are ranges: a schema can look at the shape only. */
final class AddressRanges {

  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
  private static final String V4 = BYTE + "(\\." + BYTE + "){3}/(3[0-2]|[12]?[0-9])";
  private static final String V6 = "[0-9a-fA-F:.]*:[0-9a-fA-F:.]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9])";

  private AddressRanges() {}

  static Optional<Violation> violation(NetworkPolicySpec spec) {
    var path = "spec.networkPolicy.";
    var egress = spec.extraEgress();
    return Stream.of(
            each(path + "databaseCidrs", spec.databaseCidrs()),
            peers(path + "ingressFrom", spec.ingressFrom()),
            IntStream.range(0, egress.size())
                .boxed()
                .flatMap(i -> peers(path + "extraEgress[" + i + "].to", egress.get(i).getTo())))
        .flatMap(found -> found)
        .findFirst();
  }

  private static Stream<Violation> peers(String path, List<NetworkPolicyPeer> peers) {
    return IntStream.range(0, peers.size())
        .boxed()
        .filter(i -> peers.get(i).getIpBlock() != null)
        .flatMap(i -> block(path + "[" + i + "].ipBlock", peers.get(i).getIpBlock()));
  }

  private static Stream<Violation> block(String path, IPBlock block) {
    return Stream.concat(
        one(path + ".cidr", block.getCidr()), each(path + ".except", block.getExcept()));
  }

  private static Stream<Violation> each(String path, List<String> ranges) {
    return IntStream.range(0, ranges.size())
        .boxed()
        .flatMap(i -> one(path + "[" + i + "]", ranges.get(i)));
  }

  private static Stream<Violation> one(String path, String range) {
    return isRange(range)
        ? Stream.empty()
        : Stream.of(new Violation(path, "is no address range such as 10.0.0.0/16 or fd00::/8"));
  }

  private static boolean isRange(String range) {
    return range.matches(V4) || (range.matches(V6) && isV6(range.substring(0, range.indexOf('/'))));
  }

  /** In brackets it is never looked up as a name. */
  private static boolean isV6(String address) {
    try {
      return InetAddress.getByName("[" + address + "]") != null;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
