package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.Component;
import java.util.stream.Stream;

/** Both tiers; what is wrong with the API is told first. */
record Tiers(Tier frontend, Tier api) {

  static Tiers of(BoardObservation seen) {
    return new Tiers(Tier.of(Component.FRONTEND, seen), Tier.of(Component.API, seen));
  }

  Stream<Tier> stream() {
    return Stream.of(api, frontend);
  }

  /** Somebody who asks for the page and its messages gets both. */
  boolean serve() {
    return stream().allMatch(Tier::serves);
  }
}
