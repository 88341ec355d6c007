package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.IngressTlsSpec;
import dev.messageboard.operator.desired.DesiredIngress;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code CertificateValid}: browsers accept what the Ingress shows, and will go on doing so. It
 * says nothing of {@code Ready}: what is in a Secret is not yet what people see.
 */
final class CertificateValidCondition {

  static final String TYPE = "CertificateValid";
  static final String EXPIRING = "Expiring";
  static final String EXPIRED = "Expired";

  private CertificateValidCondition() {}

  /** Nothing to be said of a board without {@code ingress.tls}. */
  static Optional<Verdict> of(BoardObservation seen, Instant now) {
    var secrets = seen.findings().named();
    return DesiredIngress.tls(seen.board())
        .flatMap(
            tls ->
                secrets
                    .certificate()
                    .map(certificate -> judge(certificate, seen, now))
                    .or(() -> secrets.noCertificate().map(problem -> without(problem, tls))));
  }

  private static Verdict judge(FrontCertificate certificate, BoardObservation seen, Instant now) {
    if (certificate.isYetToCome(now)) {
      return Verdict.no(TYPE, "NotYetValid", "valid from " + certificate.notBefore());
    }
    if (certificate.hasExpired(now)) {
      return Verdict.no(TYPE, EXPIRED, "expired at " + certificate.notAfter());
    }
    return DesiredIngress.hosts(seen.board().getSpec().ingress()).stream()
        .filter(host -> !certificate.isFor(host))
        .findFirst()
        .map(host -> Verdict.no(TYPE, "HostMismatch", "made out for other names than " + host))
        .orElseGet(() -> ending(certificate, now));
  }

  private static Verdict ending(FrontCertificate certificate, Instant now) {
    var until = "valid until " + certificate.notAfter();
    return certificate.isExpiring(now)
        ? Verdict.no(TYPE, EXPIRING, until + ", and nothing has renewed it")
        : Verdict.yes(TYPE, "Valid", until);
  }

  /** Of one that is still being made, or that cannot be read, nobody knows. */
  private static Verdict without(Problem problem, IngressTlsSpec tls) {
    var isBeingMade =
        tls.certManagerIssuer() != null && SecretsSeen.MISSING.equals(problem.reason());
    if (isBeingMade) {
      return Verdict.unknown(
          TYPE,
          "Issuing",
          "cert-manager has not made it yet: kubectl describe certificate tells why");
    }
    return SecretsSeen.UNREADABLE.equals(problem.reason())
        ? Verdict.unknown(TYPE, problem.reason(), problem.message())
        : Verdict.no(TYPE, problem);
  }
}
