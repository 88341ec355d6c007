package dev.messageboard.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserSecretsTest {

  private static final Duration INTERVAL = Duration.ofSeconds(60);

  private final MovableClock clock = new MovableClock();
  private final List<String> asked = new ArrayList<>();
  private Optional<Secret> live = secret("first");

  private final UserSecrets secrets =
      new UserSecrets(
          (namespace, name) -> {
            asked.add(namespace + "/" + name);
            return live;
          },
          clock,
          INTERVAL);

  @Test
  void withinTheIntervalASecretIsAskedForOnce() {
    assertThat(secrets.read("boards", "db")).isEqualTo(live);
    clock.advance(INTERVAL.dividedBy(2));
    assertThat(secrets.read("boards", "db")).isEqualTo(live);
    assertThat(asked).containsExactly("boards/db");
  }

  @Test
  void aLookAfterTheIntervalFindsTheNewPassword() {
    secrets.read("boards", "db");
    live = secret("second");
    clock.advance(INTERVAL);
    assertThat(secrets.read("boards", "db")).isEqualTo(live);
    assertThat(asked).hasSize(2);
  }

  @Test
  void whatWasForgottenIsAskedForAtOnceAndNothingElseIs() {
    secrets.read("boards", "db");
    secrets.read("others", "db");
    live = Optional.empty();
    secrets.forget("boards", "db");
    assertThat(secrets.read("boards", "db")).isEmpty();
    assertThat(secrets.read("others", "db")).isEqualTo(secret("first"));
    assertThat(asked).containsExactly("boards/db", "others/db", "boards/db");
  }

  @Test
  void anAbsentSecretIsRememberedTooUntilItIsForgotten() {
    live = Optional.empty();
    secrets.read("boards", "db");
    live = secret("late");
    assertThat(secrets.read("boards", "db")).isEmpty();
    secrets.forget("boards", "db");
    assertThat(secrets.read("boards", "db")).isEqualTo(live);
  }

  private static Optional<Secret> secret(String password) {
    return Optional.of(ExternalBindingTest.secret(Map.of("password", password)));
  }

  private static final class MovableClock extends Clock {

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
