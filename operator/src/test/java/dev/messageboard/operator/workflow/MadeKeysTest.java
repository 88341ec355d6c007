package dev.messageboard.operator.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.desired.BoardKeys;
import dev.messageboard.operator.desired.Boards;
import dev.messageboard.operator.desired.DesiredKeysSecret;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MadeKeysTest {

  @Test
  void keysAreThirtyTwoRandomBytesEach() {
    var keys = MadeKeys.of(Optional.empty());
    assertThat(Base64.getDecoder().decode(keys.editToken())).hasSize(32);
    assertThat(keys.cursor()).isNotEqualTo(keys.editToken()).isNotEqualTo(keys.clientHash());
    assertThat(keys).hasToString("BoardKeys[...]").isNotEqualTo(MadeKeys.of(Optional.empty()));
  }

  @Test
  void whatWasMadeIsReadBackAndWhatIsNoKeyIsMadeAnew() {
    var first = MadeKeys.of(Optional.empty());
    var secret = DesiredKeysSecret.of(Boards.embedded(), first);
    assertThat(MadeKeys.of(Optional.of(secret))).isEqualTo(first);

    var edited = new BoardKeys(first.editToken(), "short", first.clientHash());
    var mended = MadeKeys.of(Optional.of(DesiredKeysSecret.of(Boards.embedded(), edited)));
    assertThat(mended.editToken()).isEqualTo(first.editToken());
    assertThat(Base64.getDecoder().decode(mended.cursor())).hasSize(32);
  }
}
