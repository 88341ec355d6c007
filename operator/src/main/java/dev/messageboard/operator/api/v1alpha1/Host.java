package dev.messageboard.operator.api.v1alpha1;

/** How host names look where users write them. */
final class Host {

  private static final String LABELS =
      "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";

  static final String PATTERN = "^" + LABELS;
  static final String PATTERN_OR_WILDCARD = "^(\\*\\.)?" + LABELS;

  private Host() {}
}
