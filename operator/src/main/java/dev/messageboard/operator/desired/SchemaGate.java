package dev.messageboard.operator.desired;

import java.util.Set;

/**
 * What may be done while the schema is on its way.
 *
 * @param isOpen the schema fits the version that is asked for: its pods may come
 * @param wantsJob a Job has to bring the schema up
 * @param outdated names of Jobs whose time is over
 */
public record SchemaGate(boolean isOpen, boolean wantsJob, Set<String> outdated) {

  /** Somebody else sees to the schema. */
  public static final SchemaGate OPEN = new SchemaGate(true, false, Set.of());
}
