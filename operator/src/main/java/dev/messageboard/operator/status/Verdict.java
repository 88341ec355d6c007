package dev.messageboard.operator.status;

/** A condition before it is dated. */
record Verdict(String type, String status, String reason, String message) {

  static Verdict yes(String type, String reason, String message) {
    return new Verdict(type, "True", reason, message);
  }

  static Verdict no(String type, String reason, String message) {
    return new Verdict(type, "False", reason, message);
  }

  static Verdict no(String type, Problem problem) {
    return no(type, problem.reason(), problem.message());
  }

  static Verdict unknown(String type, String reason, String message) {
    return new Verdict(type, "Unknown", reason, message);
  }

  boolean isTrue() {
    return "True".equals(status);
  }

  boolean isFalse() {
    return "False".equals(status);
  }

  boolean isBecause(String word) {
    return word.equals(reason);
  }

  Problem asProblem() {
    return new Problem(reason, message);
  }
}
