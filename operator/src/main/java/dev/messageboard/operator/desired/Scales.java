package dev.messageboard.operator.desired;

/** How many pods each tier is to have. */
public record Scales(Scale frontend, Scale api) {

  Scale of(Component tier) {
    return tier == Component.API ? api : frontend;
  }
}
