package dev.messageboard.operator.desired;

/** The passwords of the embedded MySQL, made once. */
public record EmbeddedPasswords(String root, String user, String fingerprintKey) {

  @Override
  public String toString() {
    return "EmbeddedPasswords[...]";
  }
}
