package dev.messageboard.api.transfer.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FlagsTest {

  @Test
  void eachFlagIsTheSettingOfItsName() {
    Flags flags = Flags.of("adopt", "--table=old.posts", "--where=a = 'b'", "--apply");

    assertThat(flags.settings())
        .isEqualTo(Map.of("table", "old.posts", "where", "a = 'b'", "apply", "true"));
    assertThat(flags.wrong()).isEmpty();
  }

  @Test
  void whatIsNoFlagIsNotPassedOver() {
    Flags flags = Flags.of("adopt", "--aply", "--apply=yes", "--table", "posts", "--password=x");

    assertThat(flags.wrong())
        .containsExactly("--aply", "--apply=yes", "--table", "posts", "--password=x");
    assertThat(flags.settings()).isEmpty();
  }

  @Test
  void withoutFlagsNothingIsWritten() {
    assertThat(Asked.with("adopt").apply()).isFalse();
    assertThat(Asked.with("adopt", "--apply").apply()).isTrue();
  }
}
