package dev.messageboard.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserObjectsTest {

  private static final Duration INTERVAL = Duration.ofSeconds(60);

  private final MovableClock clock = new MovableClock();
  private final List<String> asked = new ArrayList<>();
  private Optional<Secret> live = secret("first");

  private final UserObjects<Secret> secrets =
      new UserObjects<>(
          (namespace, name) -> {
            asked.add(namespace + "/" + name);
            return live;
          },
          clock);

  @Test
  void withinTheIntervalASecretIsAskedForOnce() {
    assertThat(secrets.read("boards", "db", INTERVAL)).isEqualTo(live);
    clock.advance(INTERVAL.dividedBy(2));
    assertThat(secrets.read("boards", "db", INTERVAL)).isEqualTo(live);
    assertThat(asked).containsExactly("boards/db");
  }

  @Test
  void aLookAfterTheIntervalFindsTheNewPassword() {
    secrets.read("boards", "db", INTERVAL);
    live = secret("second");
    clock.advance(INTERVAL);
    assertThat(secrets.read("boards", "db", INTERVAL)).isEqualTo(live);
    assertThat(asked).hasSize(2);
  }

  @Test
  void whoLooksOftenFindsWhatIsNewThoughOneWhoLooksSeldomAskedBefore() {
    secrets.read("boards", "db", INTERVAL);
    live = secret("second");
    clock.advance(Duration.ofSeconds(2));
    assertThat(secrets.read("boards", "db", Duration.ofSeconds(2))).isEqualTo(live);
  }

  @Test
  void whoLooksSeldomIsContentWithWhatOneWhoLooksOftenHasFound() {
    secrets.read("boards", "db", Duration.ofSeconds(2));
    secrets.read("boards", "db", INTERVAL);
    clock.advance(INTERVAL.dividedBy(2));
    assertThat(secrets.read("boards", "db", INTERVAL)).isEqualTo(live);
    assertThat(asked).containsExactly("boards/db");
  }

  @Test
  void whatWasForgottenIsAskedForAtOnceAndNothingElseIs() {
    secrets.read("boards", "db", INTERVAL);
    secrets.read("others", "db", INTERVAL);
    live = Optional.empty();
    secrets.forget("boards", "db");
    assertThat(secrets.read("boards", "db", INTERVAL)).isEmpty();
    assertThat(secrets.read("others", "db", INTERVAL)).isEqualTo(secret("first"));
    assertThat(asked).containsExactly("boards/db", "others/db", "boards/db");
  }

  @Test
  void anAbsentSecretIsRememberedTooUntilItIsForgotten() {
    live = Optional.empty();
    secrets.read("boards", "db", INTERVAL);
    live = secret("late");
    assertThat(secrets.read("boards", "db", INTERVAL)).isEmpty();
    secrets.forget("boards", "db");
    assertThat(secrets.read("boards", "db", INTERVAL)).isEqualTo(live);
  }

  private static Optional<Secret> secret(String password) {
    return Optional.of(ExternalBindingTest.secret(Map.of("password", password)));
  }
}
