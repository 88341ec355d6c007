package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.Component;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;

/** The image of a part's own container; others may have put theirs before it. */
final class ImageOf {

  private ImageOf() {}

  static String part(Component component, PodSpec pod) {
    return pod.getContainers().stream()
        .filter(container -> component.toString().equals(container.getName()))
        .map(Container::getImage)
        .findFirst()
        .orElse(null);
  }
}
