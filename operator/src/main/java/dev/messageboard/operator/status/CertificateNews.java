package dev.messageboard.operator.status;

import java.util.Map;
import java.util.stream.Stream;

/** Events of the certificate that the Ingress shows. */
final class CertificateNews {

  private static final Map<String, String> EVENTS =
      Map.of(
          CertificateValidCondition.EXPIRING, "CertificateExpiring",
          CertificateValidCondition.EXPIRED, "CertificateExpiring",
          SecretsSeen.MISSING, SecretsSeen.MISSING);

  private CertificateNews() {}

  static Stream<Notice> of(Turn turn) {
    return turn.toldAnew(CertificateValidCondition.TYPE, "False").stream()
        .filter(told -> EVENTS.containsKey(told.getReason()))
        .map(
            told ->
                Notice.warning(
                    EVENTS.get(told.getReason()),
                    "certificate of the Ingress: " + told.getMessage()));
  }
}
