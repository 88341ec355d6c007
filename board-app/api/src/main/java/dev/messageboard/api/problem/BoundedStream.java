package dev.messageboard.api.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes a body on as it arrives, and refuses the byte after the last that is allowed. */
final class BoundedStream extends FilterInputStream {

  private long left;

  BoundedStream(InputStream body, long most) {
    super(body);
    left = most;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] into, int start, int length) throws IOException {
    int taken = super.read(into, start, length);
    count(taken);
    return taken;
  }

  private void count(int taken) {
    left -= Math.max(0, taken);
    if (left < 0) {
      throw FrameworkRefusal.TOO_LARGE.asException();
    }
  }
}
