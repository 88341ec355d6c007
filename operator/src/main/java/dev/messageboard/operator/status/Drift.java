package dev.messageboard.operator.status;

/**
 * A child that somebody else changed or removed.
 *
 * @param field the first of the fields that differ; null when the whole object is gone
 * @param more how many fields differ besides
 * @param manager who changed it, as managedFields tell; null when nobody knows
 * @param isHealed whether it was put back, or is only told
 */
public record Drift(
    String kind, String name, String field, int more, String manager, boolean isHealed) {

  String object() {
    return kind + " " + name;
  }
}
