package dev.messageboard.operator.platform;

import dev.messageboard.operator.desired.Images;
import dev.messageboard.operator.desired.Installation;

/** What the settings mean to the desired objects. */
public final class ThisInstallation {

  private ThisInstallation() {}

  /**
   * @param namespace where the operator runs
   */
  public static Installation of(Settings settings, String namespace) {
    var images = settings.images();
    return new Installation(
        new Images(images.frontend(), images.api(), images.mysql()),
        settings.trustedProxies(),
        namespace);
  }
}
