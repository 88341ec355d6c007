package dev.messageboard.operator.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock, so that tests can hold it. */
@Singleton
public class Time {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
