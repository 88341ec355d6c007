package dev.messageboard.api.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AboutTest {

  @Test
  void thePodIsNamedOnRequest() {
    AboutResource.About about = about(Map.of("show-served-by", "true", "title", "Team"));

    assertThat(about.title()).isEqualTo("Team");
    assertThat(about.version()).isEqualTo("0.1.0");
    assertThat(about.servedBy())
        .isEqualTo(new AboutResource.ServedBy("team-api-5d9f-x7k2p", "10.0.1.7"));
  }

  @Test
  void thePodIsNobodysBusinessOtherwise() {
    assertThat(about(Map.of()).servedBy()).isNull();
  }

  private static AboutResource.About about(Map<String, String> settings) {
    return new AboutResource(
            Settings.with(settings),
            "0.1.0",
            Optional.of("team-api-5d9f-x7k2p"),
            Optional.of("10.0.1.7"))
        .about();
  }
}
