package dev.messageboard.operator.api.v1alpha1;

/** What the specs of both tiers have in common. */
public sealed interface TierSpec permits FrontendSpec, ApiSpec {
  String IMAGE = "^[A-Za-z0-9][A-Za-z0-9._/:@-]*$";

  String image();

  Integer replicas();

  ResourcesSpec resources();
}
