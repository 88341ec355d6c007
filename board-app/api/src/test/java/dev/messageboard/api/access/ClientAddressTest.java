package dev.messageboard.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.board.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

  @ParameterizedTest(name = "{0} says {1}")
  @CsvSource({
    "10.0.0.7,     203.0.113.5,               203.0.113.5",
    "10.0.0.7,     '198.51.100.1, 203.0.113.5', 203.0.113.5",
    "10.0.0.7,     ,                          10.0.0.7",
    "10.0.0.7,     board.example.org,         10.0.0.7",
    "10.0.0.7,     2001:db8::1,               2001:db8::1",
    "203.0.113.9,  198.51.100.1,              203.0.113.9",
    "fd00::1,      203.0.113.5,               203.0.113.5",
  })
  void onlyATrustedProxyIsBelieved(String peer, String header, String client)
      throws UnknownHostException {
    InetAddress found =
        ClientAddress.of(
            InetAddress.getByName(peer), header, Settings.with(Map.of()).trustedProxies());

    assertThat(found).isEqualTo(InetAddress.getByName(client));
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "203.0.113.5, 203.0.113.6, false"
  })
  void anIpv6NetworkIsOneClient(String one, String other, boolean same)
      throws UnknownHostException {
    assertThat(
            java.util.Arrays.equals(
                ClientAddress.network(InetAddress.getByName(one)),
                ClientAddress.network(InetAddress.getByName(other))))
        .isEqualTo(same);
  }
}
