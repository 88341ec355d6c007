package dev.messageboard.api.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CurrentRulesTest {

  private static final Rules OLD = new Rules(Rules.NO_WORDS, Map.of());
  private static final Rules NEW = new Rules(Pattern.compile("casino"), Map.of());

  private final ChangingRules stored = new ChangingRules();
  private final CurrentRules rules = new CurrentRules(stored, null);

  @Test
  void whatIsKnownIsNotReadAgain() {
    rules.get();
    stored.now = NEW;

    assertThat(rules.get()).isEqualTo(OLD);
  }

  @Test
  void whatWasForgottenIsReadAgain() {
    rules.get();
    stored.now = NEW;
    rules.over(new CurrentRules.Changed());

    assertThat(rules.get()).isEqualTo(NEW);
  }

  @Test
  void whatWasReadWhileAModeratorChangedItIsNotKept() {
    stored.afterReading =
        () -> {
          stored.now = NEW;
          rules.over(new CurrentRules.Changed());
        };
    assertThat(rules.get()).isEqualTo(OLD);
    stored.afterReading = () -> {};

    assertThat(rules.get()).isEqualTo(NEW);
  }

  private static class ChangingRules extends StoredRules {

    private Rules now = OLD;
    private Runnable afterReading = () -> {};

    @Override
    Rules read() {
      Rules read = now;
      afterReading.run();
      return read;
    }
  }
}
