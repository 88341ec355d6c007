package dev.messageboard.operator.desired;

/** Who logs in, and with what. */
public record Credentials(String username, String password) {

  @Override
  public String toString() {
    return "Credentials";
  }
}
