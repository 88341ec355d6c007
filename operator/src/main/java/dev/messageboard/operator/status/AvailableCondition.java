package dev.messageboard.operator.status;

/** {@code FrontendAvailable} and {@code ApiAvailable}: somebody answers. */
final class AvailableCondition {

  private AvailableCondition() {}

  static Verdict of(String type, Tier tier) {
    var counted =
        "%d of %d %s pods are available"
            .formatted(tier.counts().available(), tier.counts().desired(), tier.component());
    if (tier.serves()) {
      return Verdict.yes(type, "PodsAvailable", counted);
    }
    if (!tier.exists()) {
      return Verdict.no(type, "NotCreated", "there is no " + tier.component() + " Deployment yet");
    }
    if (tier.isAskedForNone()) {
      return Verdict.no(type, ReadyCondition.SCALED_TO_ZERO, tier.component() + ".replicas is 0");
    }
    return Verdict.no(
        type, tier.trouble().orElseGet(() -> new Problem("PodsNotAvailable", counted)));
  }
}
