package dev.messageboard.operator.desired;

/**
 * A text as the value of a property that the API's configuration reads back unchanged: escaped for
 * the file, and for the expressions that configuration expands in values.
 */
final class PropertyValue {

  /** {@code \$} would be read as a dollar sign; a backslash that is a default value is not. */
  private static final String BACKSLASH_BEFORE_DOLLAR = "${messageboard.none:\\\\}";

  private PropertyValue() {}

  static String encoded(String text) {
    var result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      result.append(encoded(text.charAt(i), i == 0, isBeforeDollar(text, i)));
    }
    return result.toString();
  }

  /** Directly, or with only more backslashes between. */
  private static boolean isBeforeDollar(String text, int index) {
    int next = index;
    while (next < text.length() && text.charAt(next) == '\\') {
      next++;
    }
    return text.startsWith("$", next);
  }

  private static String encoded(char c, boolean isFirst, boolean isBeforeDollar) {
    if (c == '$') {
      return "$$";
    }
    if (c == '\\') {
      return isBeforeDollar ? BACKSLASH_BEFORE_DOLLAR : "\\\\";
    }
    if (c == ' ' && isFirst) {
      return "\\ ";
    }
    return c < ' ' || c > '~' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
  }
}
