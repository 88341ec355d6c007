package dev.messageboard.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.board.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  private final Key key = Key.random();

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 20, 9_007_199_254_740_993L, Long.MAX_VALUE})
  void aCursorSurvivesItsWayThroughAUrl(long id) {
    String text = new Cursor(id).encoded(key);

    assertThat(text).matches("[A-Za-z0-9_-]+");
    assertThat(Cursor.decoded(text, key)).contains(new Cursor(id));
  }

  @Test
  void aCursorDoesNotShowTheIdItHolds() {
    assertThat(new Cursor(42).encoded(key)).doesNotContain("42");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "42", "!", "AQAAAAAAAAAB", "AgAAAAAAAAAB", "AgAAAAAAAAABAAAAAAAAAAA"})
  void whatIsNoCursorOfThisVersionIsRefused(String text) {
    assertThat(Cursor.decoded(text, key)).isEmpty();
  }

  @Test
  void aCursorOfAnotherBoardIsRefused() {
    assertThat(Cursor.decoded(new Cursor(42).encoded(Key.random()), key)).isEmpty();
  }
}
