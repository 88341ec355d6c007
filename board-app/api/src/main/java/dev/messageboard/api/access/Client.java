package dev.messageboard.api.access;

import dev.messageboard.api.board.BoardKeys;
import dev.messageboard.api.board.BoardSettings;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The keyed hash that stands for a client; its address is stored nowhere. */
@ApplicationScoped
public class Client {

  private static final int BYTES = 16;

  private final BoardKeys keys;
  private final BoardSettings settings;

  Client(BoardKeys keys, BoardSettings settings) {
    this.keys = keys;
    this.settings = settings;
  }

  /** 16 bytes, the same in every replica. */
  public byte[] hashOf(HttpServerRequest request) {
    InetAddress client =
        ClientAddress.of(
            peer(request), request.getHeader("X-Forwarded-For"), settings.trustedProxies());
    return Arrays.copyOf(keys.clientHash().hash(ClientAddress.network(client)), BYTES);
  }

  private static InetAddress peer(HttpServerRequest request) {
    byte[] bytes =
        NetUtil.createByteArrayFromIpAddressString(request.remoteAddress().hostAddress());
    try {
      return bytes == null ? InetAddress.getLoopbackAddress() : InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
