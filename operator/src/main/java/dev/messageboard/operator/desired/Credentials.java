package dev.messageboard.operator.desired;

/**
 * Who logs in, and with what.
 *
 * @param password empty where tokens of IAM take its place
 */
public record Credentials(String username, String password) {

  @Override
  public String toString() {
    return "Credentials";
  }
}
