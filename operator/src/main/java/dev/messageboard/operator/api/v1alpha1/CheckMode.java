package dev.messageboard.operator.api.v1alpha1;

/** Who looks whether the database answers. */
public enum CheckMode {
  Operator,
  Disabled
}
