package dev.messageboard.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 20, 9_007_199_254_740_993L, Long.MAX_VALUE})
  void aCursorSurvivesItsWayThroughAUrl(long id) {
    String text = new Cursor(id).encoded();

    assertThat(text).matches("[A-Za-z0-9_-]+");
    assertThat(Cursor.decoded(text)).contains(new Cursor(id));
  }

  @Test
  void aCursorDoesNotShowTheIdItHolds() {
    assertThat(new Cursor(42).encoded()).doesNotContain("42");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "42", "!", "AQAAAAAAAAAA", "AgAAAAAAAAAB", "AQAAAAAAAAABAQ", "Af________8"})
  void whatIsNoCursorOfThisVersionIsRefused(String text) {
    assertThat(Cursor.decoded(text)).isEmpty();
  }
}
