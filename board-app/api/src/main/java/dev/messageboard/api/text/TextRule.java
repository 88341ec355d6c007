package dev.messageboard.api.text;

import dev.messageboard.api.problem.FieldError;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What one text field may contain. Lengths are counted in code points, as people and MySQL do. */
public record TextRule(String pointer, int maxLength, Lines lines) {

  /** How many lines. */
  public enum Lines {
    ONE,
    MANY
  }

  /** Empty if the text may be kept. */
  public Optional<FieldError> violation(String text) {
    if (text == null) {
      return error("required", "This field is required.");
    }
    if (has(text, TextRule::isBrokenUnicode)) {
      return error(
          "invalid-unicode",
          "The text holds a lone surrogate or a code point that is no character.");
    }
    if (has(text, this::isForbiddenControl)) {
      return error("control-character", "The text holds a control character that is not allowed.");
    }
    if (lines == Lines.ONE && has(text, TextRule::isBidiControl)) {
      return error("bidi-control", "The text holds a character that changes the text direction.");
    }
    if (Marks.stacked(text)) {
      return error("too-many-marks", "More than 4 marks are stacked on one character.");
    }
    if (!has(text, Visible::test)) {
      return error("blank", "The text holds nothing that can be seen.");
    }
    if (text.codePointCount(0, text.length()) > maxLength) {
      return error("too-long", "At most " + maxLength + " characters are allowed.");
    }
    return Optional.empty();
  }

  private Optional<FieldError> error(String code, String message) {
    return Optional.of(FieldError.at(pointer, code, message));
  }

  private static boolean has(String text, IntPredicate trait) {
    return text.codePoints().anyMatch(trait);
  }

  private static boolean isBrokenUnicode(int codePoint) {
    boolean loneSurrogate = Character.getType(codePoint) == Character.SURROGATE;
    boolean nonCharacter =
        (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    return loneSurrogate || nonCharacter;
  }

  private boolean isForbiddenControl(int codePoint) {
    boolean lineBreak = codePoint == '\n' || codePoint == '\r';
    boolean lineSeparator = codePoint == 0x2028 || codePoint == 0x2029;
    if (lines == Lines.ONE) {
      return Character.isISOControl(codePoint) || lineSeparator;
    }
    return Character.isISOControl(codePoint) && !lineBreak && codePoint != '\t';
  }

  private static boolean isBidiControl(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
