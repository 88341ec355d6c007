package dev.messageboard.operator.api.v1alpha1;

/** Spelled as users write it. */
public enum ImagePullPolicy {
  Always,
  IfNotPresent,
  Never
}
