package dev.messageboard.api.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostQueueTest {

  private volatile boolean isDefect = true;
  private final PostQueue queue = new PostQueue(new Writer(), new SimpleMeterRegistry());

  @BeforeEach
  void start() {
    queue.start(new StartupEvent());
  }

  @AfterEach
  void stop() {
    queue.stop(new ShutdownEvent());
  }

  /** Else who posts later would wait for writers that there are no more. */
  @Test
  void whoMeetsADefectIsToldAndThoseAfterwardsAreWritten() throws Exception {
    for (int post = 0; post < 3; post++) {
      assertThatThrownBy(() -> queue.post(null).get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(StackOverflowError.class);
    }

    isDefect = false;

    assertThat(queue.post(null).get(10, TimeUnit.SECONDS)).isNull();
  }

  @Test
  void whoComesWhileAThousandWaitIsToldToTryAgainSoon() {
    PostQueue halted = new PostQueue(new Writer(), new SimpleMeterRegistry());
    for (int post = 0; post < 1000; post++) {
      halted.post(null);
    }

    assertThatThrownBy(() -> halted.post(null))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.OVERLOADED));
  }

  private class Writer extends PostWriter {

    Writer() {
      super(null, null);
    }

    @Override
    void write(List<PostQueue.Waiting> waiting) {
      if (isDefect) {
        throw new StackOverflowError();
      }
      waiting.forEach(one -> one.outcome().complete(null));
    }
  }
}
