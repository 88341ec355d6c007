package dev.messageboard.operator.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.messageboard.operator.desired.Boards;
import dev.messageboard.operator.status.Problem;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SecretReaderTest {

  private static final String MODERATED =
      "{version: 1.2.3, board: {adminSecretRef: {name: team-admin}}, database: {embedded: {}}}";

  private Supplier<Optional<Secret>> answer = Optional::empty;

  private final MovableClock clock = new MovableClock();
  private final SecretReader reader =
      new SecretReader(
          new NamedObjects(
              new UserObjects<>((namespace, name) -> answer.get(), clock),
              new UserObjects<>((namespace, name) -> Optional.empty(), clock)));

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
  void whatWasMendedIsFoundAtTheNextLook() {
    assertThat(admin()).isPresent();
    answer = () -> Optional.of(ExternalBindingTest.secret(Map.of("token", " ")));
    assertThat(admin().map(Problem::reason)).contains("SecretKeyMissing");
    answer = () -> Optional.of(ExternalBindingTest.secret(Map.of("token", "t")));
    assertThat(admin()).isEmpty();
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
    assertThat(reader.untilNextLook(Boards.of(MODERATED))).contains(Duration.ofSeconds(60));
  }

  private Optional<Problem> admin() {
    return reader.look(Boards.of(MODERATED)).admin();
  }

  private static Optional<Secret> fail(int code) {
    throw new KubernetesClientException("no", code, null);
  }
}
