package dev.messageboard.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormalTest {

  @Test
  void oneLookHasOneSpelling() {
    assertThat(Normal.line("e\u0301")).isEqualTo("\u00e9");
    assertThat(Normal.lines("A\u030a")).isEqualTo("\u00c5");
  }

  @Test
  void anAuthorHasNoSpaceAround() {
    assertThat(Normal.line(" \tAnn ")).isEqualTo("Ann");
  }

  @Test
  void aBodyKeepsItsSpaceAndHasOneKindOfLineBreak() {
    assertThat(Normal.lines(" a\r\nb\rc\n ")).isEqualTo(" a\nb\nc\n ");
  }

  @Test
  void moreThanTenBlankLinesAreTen() {
    assertThat(Normal.lines("a" + "\n".repeat(11) + "b")).isEqualTo("a" + "\n".repeat(11) + "b");
    assertThat(Normal.lines("a" + "\n \t".repeat(500) + "\nb"))
        .isEqualTo("a" + "\n".repeat(11) + "b");
  }

  @Test
  void whatIsMissingStaysMissing() {
    assertThat(Normal.line(null)).isNull();
    assertThat(Normal.lines(null)).isNull();
  }
}
