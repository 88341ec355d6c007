package dev.messageboard.operator.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.messageboard.operator.desired.Boards;
import dev.messageboard.operator.status.Problem;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretReaderTest {

  private static final String MODERATED =
      "{version: 1.2.3, board: {adminSecretRef: {name: team-admin}}, database: {embedded: {}}}";

  private static final Duration INTERVAL = Duration.ofSeconds(60);
  private static final int LOOKS_PER_INTERVAL = 12;

  private Supplier<Optional<Secret>> answer = Optional::empty;
  private final List<Instant> asked = new ArrayList<>();

  private final MovableClock clock = new MovableClock();
  private final NamedObjects named =
      new NamedObjects(
          new UserObjects<>((namespace, name) -> ask(), clock),
          new UserObjects<>((namespace, name) -> Optional.empty(), clock));
  private final SecretReader reader = new SecretReader(named);

  @Test
  void whoNamesNoSecretAsksForNone() {
    answer = () -> fail(500);
    assertThat(reader.look(Boards.embedded()).admin()).isEmpty();
    assertThat(reader.untilNextLook(Boards.embedded())).isEmpty();
  }

  @Test
  void aMissingSecretSaysWhichKeyItIsToHaveAndWhichFieldNamesIt() {
    assertThat(admin())
        .contains(
            new Problem(
                "SecretMissing",
                "Secret team-admin does not exist: create it in the board's namespace with the key"
                    + " token, or correct board.adminSecretRef"));
  }

  @Test
  void whatWasMendedIsFoundWhenTheIntervalIsOver() {
    assertThat(admin().map(Problem::reason)).contains("SecretMissing");
    answer = () -> Optional.of(ExternalBindingTest.secret(Map.of("token", " ")));
    clock.advance(INTERVAL);
    assertThat(admin().map(Problem::reason)).contains("SecretKeyMissing");
    answer = () -> Optional.of(ExternalBindingTest.secret(Map.of("token", "t")));
    clock.advance(INTERVAL);
    assertThat(admin()).isEmpty();
  }

  @Test
  void whatWasMendedAndIsWatchedIsFoundAtOnce() {
    assertThat(admin()).isPresent();
    answer = () -> Optional.of(ExternalBindingTest.secret(Map.of("token", "t")));
    named.forget("boards", "team-admin");
    assertThat(admin()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {"is missing |", "lacks its key | other", "has what is needed | token"})
  void howeverOftenABoardIsLookedAtItsSecretIsAskedForOnceAnInterval(String state, String key) {
    answer = () -> Optional.ofNullable(key).map(k -> ExternalBindingTest.secret(Map.of(k, "t")));
    for (int look = 0; look < 10 * LOOKS_PER_INTERVAL; look++) {
      assertThat(admin().isEmpty()).as(state).isEqualTo("token".equals(key));
      clock.advance(INTERVAL.dividedBy(LOOKS_PER_INTERVAL));
    }
    assertThat(between(asked))
        .as("as the standing check, whose interval is up to a tenth shorter")
        .hasSizeGreaterThan(5)
        .allSatisfy(
            wait -> assertThat(wait).isBetween(INTERVAL.multipliedBy(9).dividedBy(10), INTERVAL));
  }

  @Test
  void aRightThatWasTakenAwayIsToldAndNoReasonToGiveTheBoardUp() {
    answer = () -> fail(403);
    assertThat(admin().map(Problem::reason)).contains("SecretNotReadable");
  }

  @Test
  void anApiServerThatFailsIsAskedAgainWithTheWholeBoard() {
    answer = () -> fail(503);
    assertThatThrownBy(this::admin).isInstanceOf(KubernetesClientException.class);
  }

  @Test
  void aBoardThatNamesASecretIsLookedAtEachInterval() {
    assertThat(reader.untilNextLook(Boards.of(MODERATED))).contains(INTERVAL);
  }

  private Optional<Secret> ask() {
    asked.add(clock.instant());
    return answer.get();
  }

  private static List<Duration> between(List<Instant> instants) {
    return IntStream.range(1, instants.size())
        .mapToObj(i -> Duration.between(instants.get(i - 1), instants.get(i)))
        .toList();
  }

  private Optional<Problem> admin() {
    return reader.look(Boards.of(MODERATED)).admin();
  }

  private static Optional<Secret> fail(int code) {
    throw new KubernetesClientException("no", code, null);
  }
}
