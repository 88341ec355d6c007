package dev.messageboard.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.board.Settings;
import dev.messageboard.api.problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {

  private final MessageText text = new MessageText(Settings.with(Map.of()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann",
        "e\u0301",
        "👨‍👩‍👧‍👦",
        "שלום",
        "नमस्ते",
        " Ann ",
        "O'Brien; DROP TABLE message",
        "\u200fא"
      })
  void ordinaryTextIsAllowedInBothFields(String text) {
    assertThat(violations(text, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"one\ntwo", "one\r\ntwo", "a\tb", "a\u2028b", "\u202eabc\u202c", "\u2066x\u2069"})
  void theBodyMayHaveLinesAndDirections(String text) {
    assertThat(violations("Ann", text)).isEmpty();
  }

  @Test
  void bothFieldsAreRequired() {
    assertThat(violations(null, null))
        .extracting(FieldError::pointer, FieldError::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/author", "required"),
            org.assertj.core.groups.Tuple.tuple("/body", "required"));
  }

  /** Named by code points, because a test report cannot show most of them. */
  @ParameterizedTest
  @CsvSource({
    "0, control-character",
    "1B, control-character",
    "7F, control-character",
    "85, control-character",
    "D800, invalid-unicode",
    "DC00, invalid-unicode",
    "FFFE, invalid-unicode",
    "FDD0, invalid-unicode",
    "10FFFF, invalid-unicode"
  })
  void neitherFieldMayHold(String codePoint, String code) {
    String text = "a" + character(codePoint) + "b";

    assertThat(violations(text, text)).extracting(FieldError::code).containsExactly(code, code);
  }

  @ParameterizedTest
  @CsvSource({
    "A, control-character",
    "D, control-character",
    "9, control-character",
    "2028, control-character",
    "2029, control-character",
    "202E, bidi-control",
    "202A, bidi-control",
    "2066, bidi-control",
    "2069, bidi-control"
  })
  void theAuthorMayNotHold(String codePoint, String code) {
    assertThat(codes("a" + character(codePoint) + "b", "x")).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20", "9", "A", "A0", "3000", "200B", "200D", "2060", "FEFF", "AD", "FE0F", "3164", "2800",
        "E0041"
      })
  void aBodyThatShowsNothingIsBlank(String codePoint) {
    assertThat(codes("Ann", character(codePoint).repeat(3))).containsExactly("blank");
    assertThat(codes("Ann", "")).containsExactly("blank");
  }

  @Test
  void lengthsAreCountedInCodePoints() {
    assertThat(codes("👋".repeat(64), "👋".repeat(4000))).isEmpty();
    assertThat(codes("👋".repeat(65), "👋".repeat(4001))).containsExactly("too-long", "too-long");
  }

  @Test
  void marksMayBeStackedFourHigh() {
    assertThat(codes("a" + "\u0328\u0323\u0302\u0308", "x")).isEmpty();
    assertThat(codes("Ann", "Z" + "\u0335".repeat(5))).containsExactly("too-many-marks");
  }

  @Test
  void fiveLinksAreAllowedAndSixAreNot() {
    assertThat(codes("Ann", "see https://a.example ".repeat(5))).isEmpty();
    assertThat(codes("Ann", "see www.a.example ".repeat(6))).containsExactly("too-many-links");
  }

  private List<FieldError> violations(String author, String body) {
    return Stream.of(text.wrongAuthor(Normal.line(author)), text.wrongBody(Normal.lines(body)))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<String> codes(String author, String body) {
    return violations(author, body).stream().map(FieldError::code).toList();
  }

  private static String character(String codePoint) {
    return Character.toString(Integer.parseInt(codePoint, 16));
  }
}
