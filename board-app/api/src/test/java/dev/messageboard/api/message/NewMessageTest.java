package dev.messageboard.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.problem.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewMessageTest {

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
    assertThat(new NewMessage(text, text).violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"one\ntwo", "one\r\ntwo", "a\tb", "a\u2028b", "\u202eabc\u202c", "\u2066x\u2069"})
  void theBodyMayHaveLinesAndDirections(String text) {
    assertThat(new NewMessage("Ann", text).violations()).isEmpty();
  }

  @Test
  void bothFieldsAreRequired() {
    assertThat(new NewMessage(null, null).violations())
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

    assertThat(new NewMessage(text, text).violations())
        .extracting(FieldError::code)
        .containsExactly(code, code);
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

  private static List<String> codes(String author, String body) {
    return new NewMessage(author, body).violations().stream().map(FieldError::code).toList();
  }

  private static String character(String codePoint) {
    return Character.toString(Integer.parseInt(codePoint, 16));
  }
}
