package dev.messageboard.operator.desired;

/** The keys behind edit tokens, cursors and client hashes, made once; each 32 bytes as base64. */
public record BoardKeys(String editToken, String cursor, String clientHash) {

  @Override
  public String toString() {
    return "BoardKeys[...]";
  }
}
