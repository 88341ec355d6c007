package dev.messageboard.api.text;

/** Tells code points that leave something on the screen from those that do not. */
final class Visible {

  private Visible() {}

  static boolean test(int codePoint) {
    return !Character.isWhitespace(codePoint)
        && !Character.isSpaceChar(codePoint)
        && Character.getType(codePoint) != Character.FORMAT
        && Character.getType(codePoint) != Character.CONTROL
        && !isEmptyGlyph(codePoint);
  }

  /** Letters, symbols and marks by category, but drawn as nothing. */
  private static boolean isEmptyGlyph(int codePoint) {
    return switch (codePoint) {
      case 0x034F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0 -> true; // joiner, fillers, blank braille
      default ->
          (codePoint >= 0xFE00 && codePoint <= 0xFE0F) // variation selectors
              || (codePoint >= 0x180B && codePoint <= 0x180F)
              || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    };
  }
}
