package dev.messageboard.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.board.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ETagsTest {

  private final Message message = new Message();

  /** Written out: what one replica told, another has to know again. */
  @Test
  void aTagIsTheSameInEveryProcess() {
    assertThat(tag("plain")).isEqualTo("\"1.0-1f\"");
  }

  @Test
  void aTagChangesWithTheMarkupThatMessagesAreShownIn() {
    assertThat(tag("markdown")).isNotEqualTo(tag("plain"));
  }

  private String tag(String markup) {
    return new ETags(Settings.with(Map.of("markup", markup))).of(message);
  }
}
