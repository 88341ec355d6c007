package dev.messageboard.api.transfer.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OldTimeTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String NOON = "2026-01-02T12:00:00Z";

  @Test
  void everyFormOfATimeIsUnderstood() {
    List<Object> forms =
        List.of(
            Instant.parse(NOON),
            LocalDateTime.parse("2026-01-02T13:00"),
            1_767_355_200L,
            1_767_355_200_000L,
            "2026-01-02 13:00:00",
            "2026-01-02T13:00:00.000",
            "2026-01-02T12:00:00Z",
            " 2026-01-02T14:00:00+02:00 ");

    assertThat(forms)
        .allSatisfy(form -> assertThat(OldTime.of(form, BERLIN)).contains(Instant.parse(NOON)));
  }

  @Test
  void aDateIsItsFirstMoment() {
    assertThat(OldTime.of("2026-01-02", BERLIN)).contains(Instant.parse("2026-01-01T23:00:00Z"));
  }

  @Test
  void whatIsNoTimeIsNone() {
    assertThat(OldTime.of(null, BERLIN)).isEmpty();
    assertThat(OldTime.of("yesterday", BERLIN)).isEmpty();
    assertThat(OldTime.of("2026-13-02", BERLIN)).isEmpty();
  }
}
