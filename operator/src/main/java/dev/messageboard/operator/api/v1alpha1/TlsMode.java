package dev.messageboard.operator.api.v1alpha1;

/** How the connection to the database is protected, in the words of MySQL's clients. */
public enum TlsMode {
  Disabled,
  Preferred,
  Required,
  VerifyCA,
  VerifyIdentity
}
