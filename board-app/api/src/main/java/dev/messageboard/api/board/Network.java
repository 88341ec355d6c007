package dev.messageboard.api.board;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A range of addresses, as in {@code 10.0.0.0/8}. */
public record Network(String cidr, IpSubnetFilterRule rule) {

  /** Takes addresses only, never names: those would be asked of the DNS. */
  public static Network of(String cidr) {
    int slash = cidr.indexOf('/');
    String address = slash < 0 ? cidr : cidr.substring(0, slash);
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null) {
      throw new IllegalArgumentException(cidr);
    }
    int prefix = slash < 0 ? bytes.length * 8 : Integer.parseInt(cidr.substring(slash + 1));
    return new Network(cidr, new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT));
  }

  public boolean contains(InetAddress address) {
    return rule.matches(new InetSocketAddress(address, 0));
  }
}
