package dev.messageboard.operator.database.check;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that may wait for servers that never answer; they go when there is nothing to do. */
public final class CheckThreads {

  private static final int MOST = 16;
  private static final int IDLE_SECONDS = 10;

  private CheckThreads() {}

  /** A new set of them. */
  public static Executor make() {
    var pool =
        new ThreadPoolExecutor(
            MOST,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            CheckThreads::daemon);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "database-check");
    thread.setDaemon(true);
    return thread;
  }
}
