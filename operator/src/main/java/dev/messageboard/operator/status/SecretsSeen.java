package dev.messageboard.operator.status;

import java.util.Optional;

/**
 * The Secrets that a board names beside its database's.
 *
 * @param admin what is wrong with the one of its moderators
 * @param noCertificate why there is no certificate for its Ingress
 * @param certificate that its Ingress is to show
 */
public record SecretsSeen(
    Optional<Problem> admin,
    Optional<Problem> noCertificate,
    Optional<FrontCertificate> certificate) {

  public static final String MISSING = "SecretMissing";

  /** The operator has not the right. */
  public static final String UNREADABLE = "SecretNotReadable";

  /** The same, of the ConfigMap with certificates. */
  public static final String CA_UNREADABLE = "CaNotReadable";

  /** Nothing is named, or all is well. */
  public static final SecretsSeen NONE =
      new SecretsSeen(Optional.empty(), Optional.empty(), Optional.empty());

  /** One with a certificate, if it could be read. */
  public SecretsSeen with(FrontCertificate found) {
    return new SecretsSeen(admin, Optional.empty(), Optional.of(found));
  }

  /** One without a certificate. */
  public SecretsSeen without(Problem why) {
    return new SecretsSeen(admin, Optional.of(why), Optional.empty());
  }

  /** With what is wrong with the Secret of the moderators. */
  public SecretsSeen withAdmin(Optional<Problem> wrong) {
    return new SecretsSeen(wrong, noCertificate, certificate);
  }
}
