package dev.messageboard.api.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Takes bodies that say what they are and have at most 64 KiB (50 MiB for an import), announced by
 * a length or not.
 */
@Provider
public class RequestBody implements ReaderInterceptor {

  private static final int MAX_BYTES = 64 * 1024;
  private static final int MAX_IMPORT_BYTES = 50 * 1024 * 1024;
  private static final String NDJSON = "application/x-ndjson";

  /** Refuses an absent body and JSON's null, which are read alike. */
  public static void required(Object body) {
    if (body == null) {
      throw JsonProblem.notAnObject();
    }
  }

  static boolean isTooLarge(String contentLength, String contentType) {
    return contentLength != null
        && contentLength.matches("[0-9]+")
        && (contentLength.length() > 10 || Long.parseLong(contentLength) > most(contentType));
  }

  private static int most(String contentType) {
    return isNdjson(contentType) ? MAX_IMPORT_BYTES : MAX_BYTES;
  }

  /** Only a moderator's import is taken as lines. */
  private static boolean isNdjson(String contentType) {
    return contentType != null && contentType.startsWith(NDJSON);
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (!context.getHeaders().containsKey(HttpHeaders.CONTENT_TYPE)) {
      throw FrameworkRefusal.MEDIA_TYPE.asException();
    }
    if (isNdjson(context.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE))) {
      context.setInputStream(new BoundedStream(context.getInputStream(), MAX_IMPORT_BYTES));
      return context.proceed();
    }
    byte[] body = context.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw FrameworkRefusal.TOO_LARGE.asException();
    }
    context.setInputStream(new ByteArrayInputStream(body));
    return context.proceed();
  }
}
