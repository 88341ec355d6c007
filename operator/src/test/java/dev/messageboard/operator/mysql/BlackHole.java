package dev.messageboard.operator.mysql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Takes connections and never says a word. */
public final class BlackHole implements AutoCloseable {

  private static final int AT_ONCE = 200;

  private final List<Socket> queue = new ArrayList<>();
  private final ServerSocket socket;

  public BlackHole() {
    this(50);
  }

  private BlackHole(int places) {
    try {
      socket = new ServerSocket(0, places, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that takes none: nobody leaves its full queue, and the kernel drops who else knocks. */
  public static BlackHole thatDrops() {
    var hole = new BlackHole(1);
    while (hole.isOpenToOneMore()) {}
    return hole;
  }

  private boolean isOpenToOneMore() {
    var next = new Socket();
    queue.add(next);
    try {
      next.connect(socket.getLocalSocketAddress(), AT_ONCE);
      return true;
    } catch (SocketTimeoutException full) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    try {
      for (var waiting : queue) {
        waiting.close();
      }
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
