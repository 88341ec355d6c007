package dev.messageboard.api.problem;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** At most 64 KiB per body, also where no Content-Length announces it. */
@Provider
public class BodyLimit implements ReaderInterceptor {

  static final long MAX_BYTES = 64 * 1024;

  static boolean exceededBy(String contentLength) {
    return contentLength != null
        && contentLength.matches("[0-9]+")
        && (contentLength.length() > 10 || Long.parseLong(contentLength) > MAX_BYTES);
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    context.setInputStream(new Counted(context.getInputStream()));
    return context.proceed();
  }

  private static final class Counted extends FilterInputStream {

    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int more) {
      bytes += more;
      if (bytes > MAX_BYTES) {
        throw new ProblemException(
            FrameworkRefusal.TOO_LARGE.type(), FrameworkRefusal.TOO_LARGE.detail());
      }
    }
  }
}
