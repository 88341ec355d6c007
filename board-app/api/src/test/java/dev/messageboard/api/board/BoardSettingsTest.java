package dev.messageboard.api.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardSettingsTest {

  @Test
  void withoutAFileTheDefaultsOfTheContractHold() {
    BoardSettings settings = Settings.with(Map.of());

    assertThat(settings.markup()).isEqualTo(Markup.PLAIN);
    assertThat(settings.posting()).isEqualTo(Posting.OPEN);
    assertThat(settings.deletePolicy()).isEqualTo(DeletePolicy.AUTHOR);
    assertThat(settings.editWindow()).isEqualTo(Duration.ofMinutes(15));
    assertThat(settings.maxMessageLength()).isEqualTo(4000);
    assertThat(settings.retentionDays()).isZero();
    assertThat(settings.postsPerMinute()).isEqualTo(10);
    assertThat(settings.postsPerHour()).isEqualTo(60);
    assertThat(settings.showServedBy()).isFalse();
    assertThat(settings.publicUrl()).isEmpty();
  }

  @Test
  void anEmptyValueIsAsGoodAsNone() {
    assertThat(Settings.with(Map.of("description", "")).description()).isEmpty();
    assertThat(Settings.with(Map.of("public-url", "")).publicUrl()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "markup             | html       | one of plain, markdown",
        "posting            | OPEN       | one of open, moderated, closed",
        "delete-policy      | nobody     | one of author, admin, anyone",
        "edit-window        | soon       | 15m",
        "edit-window        | -5m        | 15m",
        "max-message-length | 0          | from 1 to 10000",
        "max-message-length | 4k         | from 1 to 10000",
        "retention-days     | -1         | from 0 to 36500",
        "posts-per-minute   | 0          | from 1 to 1000000",
        "posts-per-hour     | many       | from 1 to 1000000",
        "show-served-by     | yes        | true or false",
        "public-url         | board.org  | https://board.example.org",
        "trusted-proxies    | 10.0.0.0/x | 10.0.0.0/8",
        "trusted-proxies    | proxy.org  | 10.0.0.0/8",
      })
  void aWrongValueStopsTheStartWithTheKeyAndWhatIsAllowed(
      String key, String value, String allowed) {
    assertThatThrownBy(() -> Settings.with(Map.of(key, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("messageboard." + key)
        .hasMessageContaining("'" + value + "'")
        .hasMessageContaining(allowed);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThatThrownBy(() -> Settings.with(Map.of("markup", "x", "posting", "y")))
        .hasMessageContaining("markup")
        .hasMessageContaining("posting");
  }
}
