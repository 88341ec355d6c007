package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.Phase;
import dev.messageboard.operator.mysql.ServerCertificate;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Secrets that a board names beside its database's: read by name, and told of by name. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class NamedSecretsApiServerTest extends BoardsOnApiServer {

  private static final String MODERATED =
      "{version: 0.1.0, migration: {mode: Disabled}, board: {posting: moderated, adminSecretRef:"
          + " {name: team-admin}}, database: {embedded: {}, check: {mode: Disabled, interval: 1s,"
          + " timeout: 1s}}}";

  private static final String ENCRYPTED =
      "{version: 0.1.0, migration: {mode: Disabled}, ingress: {host: board.example.org, tls:"
          + " {secretName: team-front}}, database: {embedded: {}, check: {mode: Disabled, interval:"
          + " 1s, timeout: 1s}}}";

  @Inject MeterRegistry registry;

  @Test
  void aModeratedBoardWhoseAdminSecretIsMissingServesAndSaysSoUntilItIsThere() {
    create("team", MODERATED);
    awaitChildren("team");
    stage.playAllReady("team");
    awaitCondition("team", "FrontendAvailable", "True");
    awaitCondition("team", "SecretsResolved", "False SecretMissing: Secret team-admin");
    awaitCondition("team", "Ready", "False SecretMissing: Secret team-admin");
    assertThat(stage.condition("team", "DatabaseReady")).startsWith("True");
    assertThat(stage.board("team").getStatus().phase()).isEqualTo(Phase.Degraded);
    awaitEvent("team", "Warning SecretMissing x1: Secret team-admin");

    createSecret("team-admin", Map.of("another", "key"));
    awaitCondition(
        "team",
        "SecretsResolved",
        "False SecretKeyMissing: Secret team-admin has no usable key token");

    client.secrets().inNamespace(namespace).withName("team-admin").delete();
    createSecret("team-admin", Map.of("token", "of-the-admin"));
    awaitCondition("team", "SecretsResolved", "True Resolved: Secret team-admin");
    awaitCondition("team", "Ready", "True");
  }

  @Test
  void theAdminSecretOfASettledBoardIsReadAgainAtEachLookByTheClock() {
    createSecret("team-admin", Map.of("token", "of-the-admin"));
    create("team", MODERATED);
    awaitChildren("team");
    stage.playAllReady("team");
    awaitCondition("team", "Ready", "True");
    var before = audit.writes(namespace);
    var looks = audit.gets(namespace).size();
    await().atMost(SOON).until(() -> audit.gets(namespace).size() >= looks + 3);
    assertThat(audit.gets(namespace)).containsOnly("get secrets team-admin");
    assertThat(audit.writes(namespace)).isEqualTo(before);
    assertThat(stage.board("team").getStatus().phase()).isEqualTo(Phase.Running);
  }

  @Test
  void theCertificateOfTheIngressIsToldOfAndNoPartOfReady() throws CertificateException {
    create("team", ENCRYPTED);
    awaitChildren("team");
    stage.playAllReady("team");
    playAddress("team");
    awaitCondition("team", "CertificateValid", "False SecretMissing: Secret team-front");
    awaitCondition("team", "Ready", "True");
    assertThat(expiry()).isEmpty();

    var valid = ServerCertificate.of("dns:board.example.org", 1, 90);
    createSecret("team-front", Map.of("tls.crt", valid.pem()));
    awaitCondition("team", "CertificateValid", "True Valid: valid until ");
    await().atMost(SOON).until(this::expiry, List.of(seconds(valid))::equals);

    var ending = ServerCertificate.of("dns:board.example.org", 80, 90);
    replaceCertificate(ending);
    awaitCondition("team", "CertificateValid", "False Expiring: valid until ");
    awaitEvent("team", "Warning CertificateExpiring x1: certificate of the Ingress: valid until ");
    assertThat(expiry()).containsExactly(seconds(ending));

    replaceCertificate(ServerCertificate.of("dns:another.example.org"));
    awaitCondition("team", "CertificateValid", "False HostMismatch");
    assertThat(stage.condition("team", "Ready")).startsWith("True");

    patch("team", "{\"spec\":{\"ingress\":{\"tls\":null}}}");
    awaitCondition("team", "CertificateValid", "absent");
    await().atMost(SOON).until(() -> expiry().isEmpty());
  }

  @Test
  void aCertificateThatIsNoGoodIsToldAsWhatItIs() {
    create("team", ENCRYPTED);
    var name = "dns:board.example.org";
    createSecret("team-front", Map.of("tls.crt", "no certificate"));
    awaitCondition("team", "CertificateValid", "False CertificateInvalid: ");
    replaceCertificate(ServerCertificate.of(name, 91, 90));
    awaitCondition("team", "CertificateValid", "False Expired: expired at ");
    replaceCertificate(ServerCertificate.of(name, -2, 90));
    awaitCondition("team", "CertificateValid", "False NotYetValid: valid from ");
    client
        .secrets()
        .inNamespace(namespace)
        .withName("team-front")
        .edit(live -> live.edit().removeFromData("tls.crt").build());
    awaitCondition("team", "CertificateValid", "False SecretKeyMissing: Secret team-front");
  }

  @Test
  void aCertificateThatCertManagerIsStillToMakeIsAwaited() {
    create("team", ENCRYPTED.replace("secretName: team-front", "certManagerIssuer: {name: ca}"));
    awaitCondition("team", "CertificateValid", "Unknown Issuing");
    createSecret("team-tls", Map.of("tls.crt", ServerCertificate.of("dns:*.example.org").pem()));
    awaitCondition("team", "CertificateValid", "True Valid");
  }

  private void replaceCertificate(ServerCertificate certificate) {
    client
        .secrets()
        .inNamespace(namespace)
        .withName("team-front")
        .edit(live -> live.edit().addToData("tls.crt", encoded(certificate.pem())).build());
  }

  private List<Double> expiry() {
    return registry
        .find("messageboard.certificate.expiration.timestamp.seconds")
        .tags("namespace", namespace, "name", "team")
        .gauges()
        .stream()
        .map(Gauge::value)
        .toList();
  }

  private static double seconds(ServerCertificate certificate) throws CertificateException {
    return certificate.expiry().getEpochSecond();
  }
}
