package dev.messageboard.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstPagesTest {

  private static final PageAnswer PAGE = new PageAnswer(new byte[] {'{', '}'}, "W/\"1\"", "");

  private final FirstPages pages = new FirstPages();

  @Test
  void whileFewAskEveryAnswerIsNew() {
    pages.keep("", PAGE);

    ask(9);

    assertThat(pages.recent("")).isEmpty();
  }

  @Test
  void whileManyAskTheyShareOne() {
    pages.keep("", PAGE);

    ask(10);

    assertThat(pages.recent("")).containsSame(PAGE);
    assertThat(pages.recent("limit=5")).isEmpty();
  }

  private void ask(int times) {
    for (int i = 0; i < times; i++) {
      pages.recent("");
    }
  }
}
