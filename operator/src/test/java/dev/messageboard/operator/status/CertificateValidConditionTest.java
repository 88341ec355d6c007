package dev.messageboard.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.desired.Boards;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateValidConditionTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final String OWN = "tls: {secretName: s}";
  private static final String ORDERED = "tls: {certManagerIssuer: {name: ca}}";

  @Test
  void whoAsksForNoEncryptionHasNoCondition() {
    assertThat(of("", SecretsSeen.NONE.with(certificate(-1, 90)))).isEmpty();
  }

  @ParameterizedTest(name = "from day {0} to day {1}: {2}")
  @CsvSource({
    "-10,   80, True Valid: valid until 2027-02-09T10:00:00Z",
    "-68,   22, True Valid: valid until",
    "-69,   21, False Expiring: valid until 2026-12-12T10:00:00Z",
    "-344,  22, True Valid: valid until",
    "-345,  21, False Expiring: valid until",
    "-90,    0, False Expired: expired at 2026-11-21T10:00:00Z",
    "1,     91, False NotYetValid: valid from 2026-11-22T10:00:00Z",
    "0,     90, True Valid: valid until",
  })
  void threeWeeksBeforeItsEndItIsTold(int from, int until, String told) {
    assertThat(of(OWN, SecretsSeen.NONE.with(certificate(from, until))).orElseThrow())
        .startsWith(told);
  }

  @ParameterizedTest(name = "from day {0} to day {1}: {2}")
  @CsvSource({
    "-30, 15, True Valid", // cert-manager is about to renew it
    "-33, 12, True Valid",
    "-34, 11, False Expiring",
    "-4,   2, True Valid",
    "-5,   1, False Expiring",
  })
  void aShortLifeIsSpokenOfInItsLastQuarter(int from, int until, String told) {
    assertThat(of(ORDERED, SecretsSeen.NONE.with(certificate(from, until))).orElseThrow())
        .startsWith(told);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "b.example.org             | True Valid",
        "B.example.ORG             | True Valid",
        "*.example.org             | True Valid",
        "*.org                     | False HostMismatch: made out for other names than b.example.org",
        "c.example.org             | False HostMismatch",
      })
  void itHasToBeForTheNamesOfTheBoard(String name, String told) {
    var certificate = new FrontCertificate(day(-1), day(89), List.of(name));
    assertThat(of(OWN, SecretsSeen.NONE.with(certificate)).orElseThrow()).startsWith(told);
  }

  @Test
  void everyNameOfTheBoardHasToBeInIt() {
    assertThat(
            of("additionalHosts: ['*.c.org'], " + OWN, SecretsSeen.NONE.with(certificate(0, 90))))
        .contains("False HostMismatch: made out for other names than *.c.org");
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "SecretMissing      | tls: {secretName: s}                | False SecretMissing: why",
        "SecretMissing      | tls: {certManagerIssuer: {name: i}} | Unknown Issuing",
        "SecretKeyMissing   | tls: {secretName: s}                | False SecretKeyMissing: why",
        "CertificateInvalid | tls: {certManagerIssuer: {name: i}} | False CertificateInvalid: why",
        "SecretNotReadable  | tls: {secretName: s}                | Unknown SecretNotReadable: why",
      })
  void withoutACertificateItIsToldWhy(String reason, String tls, String told) {
    assertThat(of(tls, SecretsSeen.NONE.without(new Problem(reason, "why"))).orElseThrow())
        .startsWith(told);
  }

  private static Optional<String> of(String tls, SecretsSeen secrets) {
    var board =
        Boards.of(
            "{version: 1.2.3, database: {embedded: {}}, ingress: {host: b.example.org, %s}}"
                .formatted(tls));
    var seen = Seen.serving().board(board).findings(found -> found.withNamed(secrets)).now();
    return CertificateValidCondition.of(seen, NOW)
        .map(told -> told.status() + " " + told.reason() + ": " + told.message());
  }

  private static FrontCertificate certificate(int from, int until) {
    return new FrontCertificate(day(from), day(until), List.of("b.example.org"));
  }

  private static Instant day(int number) {
    return NOW.plus(number, ChronoUnit.DAYS);
  }
}
