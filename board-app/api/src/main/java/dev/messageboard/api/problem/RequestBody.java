package dev.messageboard.api.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Takes bodies that say what they are and have at most 64 KiB, announced by a length or not. */
@Provider
public class RequestBody implements ReaderInterceptor {

  private static final int MAX_BYTES = 64 * 1024;

  static boolean isTooLarge(String contentLength) {
    return contentLength != null
        && contentLength.matches("[0-9]+")
        && (contentLength.length() > 10 || Long.parseLong(contentLength) > MAX_BYTES);
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (!context.getHeaders().containsKey(HttpHeaders.CONTENT_TYPE)) {
      throw FrameworkRefusal.MEDIA_TYPE.asException();
    }
    byte[] body = context.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw FrameworkRefusal.TOO_LARGE.asException();
    }
    context.setInputStream(new ByteArrayInputStream(body));
    return context.proceed();
  }
}
