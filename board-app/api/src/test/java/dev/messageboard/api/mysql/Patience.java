package dev.messageboard.api.mysql;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits as long as a busy machine may need. */
public final class Patience {

  private Patience() {}

  public static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(60));
  }
}
