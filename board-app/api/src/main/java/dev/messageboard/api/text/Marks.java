package dev.messageboard.api.text;

/** Marks that are stacked on one character ("Zalgo") cover the lines above and below. */
final class Marks {

  private static final int MAX = 4;

  private Marks() {}

  static boolean stacked(String text) {
    int marks = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      marks = isMark(text.codePointAt(i)) ? marks + 1 : 0;
      if (marks > MAX) {
        return true;
      }
    }
    return false;
  }

  /** In composed text; no script needs more than four in a row. */
  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
