package dev.messageboard.operator.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.messageboard.operator.api.v1alpha1.DatabaseTlsSpec;
import dev.messageboard.operator.api.v1alpha1.TlsMode;
import dev.messageboard.operator.desired.Credentials;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerOfferTest {

  private static final Map<String, String> WHOLE =
      Map.of("host", "db.example.org", "username", "admin", "password", "secret");

  @Test
  void aServerIsReadFromItsSecret() throws UnusableSecret {
    var offer = ServerOffer.of("main", List.of(secret("boards", WHOLE)), "boards");
    assertThat(offer.host()).isEqualTo("db.example.org");
    assertThat(offer.port()).isEqualTo(3306);
    assertThat(offer.admin()).isEqualTo(new Credentials("admin", "secret"));
    assertThat(offer.toString()).doesNotContain("secret");
  }

  @Test
  void aHostWithoutADotIsAServiceBesideTheSecret() throws UnusableSecret {
    var offer = ServerOffer.of("main", List.of(secret("*", with("host", "mysql"))), "boards");
    assertThat(offer.host()).isEqualTo("mysql.messageboard-system.svc");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "absent",
      textBlock =
          """
          boards           | true
          *                | true
          other, boards    | true
          other,boards,    | true
          other            | false
          board            | false
          boards-2         | false
          ''               | false
          absent           | false
          """)
  void onlyNamespacesOnTheListAreAdmitted(String list, boolean isAdmitted) {
    var refusal = refusal(List.of(secret(list, WHOLE)));
    assertThat(refusal)
        .isEqualTo(
            isAdmitted
                ? ""
                : "NamespaceNotAdmitted: database server main is not offered to namespace boards:"
                    + " ask who runs it to add the namespace to the annotation"
                    + " messageboard.dev/allowed-namespaces of its Secret");
  }

  @Test
  void whatTheSecretsLackIsTold() {
    assertThat(refusal(List.of())).startsWith("SecretMissing: no Secret of the operator's");
    assertThat(refusal(List.of(secret("*", WHOLE), secret("*", WHOLE))))
        .startsWith("SecretAmbiguous: 2 Secrets of the operator's namespace offer");
    assertThat(refusal(List.of(secret("*", with("password", "")))))
        .startsWith("SecretKeyMissing: Secret rds has no usable key password");
    assertThat(refusal(List.of(secret("*", with("host", "a/b")))))
        .startsWith("SecretKeyInvalid: key host of Secret rds");
    assertThat(refusal(List.of(secret("*", with("port", "99999")))))
        .startsWith("SecretKeyInvalid: key port of Secret rds");
  }

  @Test
  void itsCertificatesAreUsedWhereTheModeNeedsThemAndMissedOnlyThere() throws UnusableSecret {
    var offer = ServerOffer.of("main", List.of(secret("*", with("ca.pem", "no PEM"))), "boards");
    assertThat(offer.tls(mode(TlsMode.Required)).ca()).isEmpty();
    assertThatThrownBy(() -> offer.tls(mode(TlsMode.VerifyCA)))
        .hasMessageContaining("key ca.pem of Secret rds holds no certificates");
    var without = ServerOffer.of("main", List.of(secret("*", WHOLE)), "boards");
    assertThatThrownBy(() -> without.tls(mode(TlsMode.VerifyIdentity)))
        .hasMessageContaining("Secret rds has no usable key ca.pem: add it, or set");
  }

  private static DatabaseTlsSpec mode(TlsMode mode) {
    return new DatabaseTlsSpec(mode, null);
  }

  private static String refusal(List<Secret> offered) {
    try {
      ServerOffer.of("main", offered, "boards");
      return "";
    } catch (UnusableSecret e) {
      return e.problem().reason() + ": " + e.problem().message();
    }
  }

  private static Map<String, String> with(String key, String value) {
    var data = new HashMap<>(WHOLE);
    data.put(key, value);
    return data;
  }

  private static Secret secret(String admitted, Map<String, String> data) {
    var metadata =
        new SecretBuilder(ExternalBindingTest.secret(data))
            .withNewMetadata()
            .withName("rds")
            .withNamespace("messageboard-system");
    return admitted == null
        ? metadata.endMetadata().build()
        : metadata
            .addToAnnotations("messageboard.dev/allowed-namespaces", admitted)
            .endMetadata()
            .build();
  }
}
