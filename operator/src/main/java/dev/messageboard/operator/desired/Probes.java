package dev.messageboard.operator.desired;

import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;

/** Startup is asked often, so that a board is ready soon; the others seldom. */
final class Probes {

  private Probes() {}

  static Probe startup(Probe question, int seconds) {
    return probe(question, 1, seconds);
  }

  static Probe readiness(Probe question) {
    return probe(question, 5, 2);
  }

  static Probe liveness(Probe question) {
    return probe(question, 10, 3);
  }

  static Probe http(String path, String port) {
    return new ProbeBuilder()
        .withNewHttpGet()
        .withPath(path)
        .withNewPort(port)
        .withScheme("HTTP")
        .endHttpGet()
        .build();
  }

  static Probe tcp(String port) {
    return new ProbeBuilder().withNewTcpSocket().withNewPort(port).endTcpSocket().build();
  }

  private static Probe probe(Probe question, int period, int failures) {
    return new ProbeBuilder(question)
        .withPeriodSeconds(period)
        .withTimeoutSeconds(3)
        .withFailureThreshold(failures)
        .build();
  }
}
