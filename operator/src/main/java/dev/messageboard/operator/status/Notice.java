package dev.messageboard.operator.status;

/**
 * What an Event says.
 *
 * @param about tells apart what may happen to several objects; two of one reason about the same are
 *     counted
 */
public record Notice(boolean isWarning, String reason, String about, String message) {

  static Notice normal(String reason, String message) {
    return new Notice(false, reason, "", message);
  }

  static Notice warning(String reason, String message) {
    return new Notice(true, reason, "", message);
  }

  Notice about(String object) {
    return new Notice(isWarning, reason, object, message);
  }
}
