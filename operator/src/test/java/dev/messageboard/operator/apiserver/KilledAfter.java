package dev.messageboard.operator.apiserver;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The process ends after its n-th write has reached the API server and before the answer is read.
 */
final class KilledAfter implements Interceptor {

  private final AtomicInteger left;
  private final CountDownLatch dead = new CountDownLatch(1);

  KilledAfter(int writes) {
    this.left = new AtomicInteger(writes);
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    if (dead.getCount() == 0) {
      throw new IllegalStateException("killed");
    }
  }

  @Override
  public void after(
      HttpRequest request,
      HttpResponse<?> response,
      AsyncBody.Consumer<java.util.List<java.nio.ByteBuffer>> body) {
    var isWrite = !"GET".equals(request.method()) && !request.uri().getPath().contains("/events");
    if (isWrite && left.decrementAndGet() == 0) {
      dead.countDown();
      throw new IllegalStateException("killed");
    }
  }

  CountDownLatch death() {
    return dead;
  }
}
