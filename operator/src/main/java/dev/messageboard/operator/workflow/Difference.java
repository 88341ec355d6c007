package dev.messageboard.operator.workflow;

import java.util.Optional;

/**
 * A field that is not as desired.
 *
 * @param isOurs nobody else touched it since we applied it: it is desired otherwise now
 * @param holder who holds it instead of us
 */
record Difference(String field, boolean isOurs, Optional<String> holder) {

  boolean isTaken() {
    return !isOurs && holder.isPresent();
  }
}
