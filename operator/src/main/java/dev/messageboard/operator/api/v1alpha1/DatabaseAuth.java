package dev.messageboard.operator.api.v1alpha1;

/** How a board proves to its database who it is. */
public enum DatabaseAuth {
  Password,
  IAM
}
