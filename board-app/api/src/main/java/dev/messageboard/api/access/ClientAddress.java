package dev.messageboard.api.access;

import dev.messageboard.api.board.Network;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells whose request it is when proxies stand between. */
final class ClientAddress {

  private static final int IPV6_NETWORK_BYTES = 8;

  private ClientAddress() {}

  /**
   * A trusted peer speaks for one other: the last address it names. What an untrusted one says is
   * not heard.
   */
  static InetAddress of(InetAddress peer, String forwardedFor, List<Network> trusted) {
    if (forwardedFor == null || !isIn(trusted, peer)) {
      return peer;
    }
    String last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
    byte[] named = NetUtil.createByteArrayFromIpAddressString(last);
    return named == null ? peer : address(named);
  }

  /** One household or server, not one of its 2^64 addresses. */
  static byte[] network(InetAddress client) {
    byte[] bytes = client.getAddress();
    return bytes.length == 4 ? bytes : Arrays.copyOf(bytes, IPV6_NETWORK_BYTES);
  }

  private static boolean isIn(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  /** Java makes an IPv4 address of one that is mapped into IPv6. */
  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }
}
