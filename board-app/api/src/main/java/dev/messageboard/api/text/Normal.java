package dev.messageboard.api.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/** The one form in which texts are kept: composed (NFC), lines end in LF, no endless blank. */
public final class Normal {

  private static final Pattern LINE_BREAK = Pattern.compile("\r\n?");
  private static final Pattern MANY_BLANK_LINES = Pattern.compile("(?:[ \t]*\n){11,}");
  private static final String TEN_BLANK_LINES = "\n".repeat(11);

  private Normal() {}

  public static String line(String text) {
    return text == null ? null : Normalizer.normalize(text, Form.NFC).strip();
  }

  public static String lines(String text) {
    if (text == null) {
      return null;
    }
    String broken = LINE_BREAK.matcher(Normalizer.normalize(text, Form.NFC)).replaceAll("\n");
    return MANY_BLANK_LINES.matcher(broken).replaceAll(TEN_BLANK_LINES);
  }
}
