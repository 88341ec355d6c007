package dev.messageboard.operator.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.messageboard.operator.api.v1alpha1.DatabaseAuth;
import dev.messageboard.operator.api.v1alpha1.DatabaseSpec;
import dev.messageboard.operator.api.v1alpha1.ExternalDatabaseSpec;
import dev.messageboard.operator.api.v1alpha1.SecretRef;
import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.Tls;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalBindingTest {

  private static final SecretRef REF = new SecretRef("team-db");
  private static final ExternalDatabaseSpec HOST_IN_SPEC =
      new ExternalDatabaseSpec("db", null, null, REF);

  @Test
  void theSpecWinsOverTheSecretAndTheSecretOverTheDefault() throws UnusableSecret {
    var everything =
        Map.of("username", "u", "password", "p", "host", "h", "port", "3310", "dbname", "d");
    assertThat(binding(new ExternalDatabaseSpec("db", 3307, "n", REF), everything))
        .isEqualTo(new Binding("db", 3307, "n", "u", "p", Tls.REQUIRED, "k"));
    assertThat(binding(new ExternalDatabaseSpec(null, null, null, REF), everything))
        .isEqualTo(new Binding("h", 3310, "d", "u", "p", Tls.REQUIRED, "k"));
    assertThat(binding(HOST_IN_SPEC, Map.of("username", "u", "password", "p")))
        .isEqualTo(new Binding("db", 3306, "messageboard", "u", "p", Tls.REQUIRED, "k"));
  }

  @Test
  void theKeyOfAServiceBindingNamesTheDatabaseToo() throws UnusableSecret {
    assertThat(
            binding(HOST_IN_SPEC, Map.of("username", "u", "password", "p", "database", "sb"))
                .database())
        .isEqualTo("sb");
  }

  @Test
  void theWholeJsonOfSecretsManagerInOneKeyWorks() throws UnusableSecret {
    var json =
        "{\"username\":\"u\",\"password\":\"p\",\"engine\":\"mysql\",\"host\":\"h\",\"port\":3310,\"dbname\":\"d\"}";
    assertThat(binding(new ExternalDatabaseSpec(null, null, null, REF), Map.of("rds-secret", json)))
        .isEqualTo(new Binding("h", 3310, "d", "u", "p", Tls.REQUIRED, "k"));
  }

  @Test
  void anAbsentSecretIsNamedWithWhatToDo() {
    assertThatThrownBy(() -> binding(HOST_IN_SPEC, DatabaseAuth.Password, Optional.empty()))
        .isInstanceOfSatisfying(
            UnusableSecret.class, e -> assertThat(e.problem().reason()).isEqualTo("SecretMissing"))
        .hasMessageContainingAll("team-db", "create it", "username and password");
  }

  @Test
  void withIamTheSecretNeedsNoPasswordAndOneThatIsThereIsNotRead() throws UnusableSecret {
    var alone = Optional.of(secret(Map.of("username", "team_iam")));
    var both = Optional.of(secret(Map.of("username", "team_iam", "password", "p")));
    var byToken = new Binding("db", 3306, "messageboard", "team_iam", "", Tls.REQUIRED, "k");

    assertThat(byToken.isByIam()).isTrue();
    assertThat(binding(HOST_IN_SPEC, DatabaseAuth.IAM, alone)).isEqualTo(byToken);
    assertThat(binding(HOST_IN_SPEC, DatabaseAuth.IAM, both)).isEqualTo(byToken);
  }

  @Test
  void withIamAnAbsentSecretIsAskedForWithTheUserAlone() {
    assertThatThrownBy(() -> binding(HOST_IN_SPEC, DatabaseAuth.IAM, Optional.empty()))
        .hasMessageEndingWith("create it in the board's namespace with the key username");
  }

  @ParameterizedTest
  @CsvSource({"'',p,username", "u,'',password", "u,' ',password"})
  void anEmptyKeyIsAsGoodAsAnAbsentOne(String username, String password, String missing) {
    assertThatThrownBy(
            () -> binding(HOST_IN_SPEC, Map.of("username", username, "password", password)))
        .isInstanceOfSatisfying(
            UnusableSecret.class,
            e -> assertThat(e.problem().reason()).isEqualTo("SecretKeyMissing"))
        .hasMessageContainingAll("team-db", "key " + missing);
  }

  @ParameterizedTest
  @CsvSource({
    "host,db:3306/x?allowLoadLocalInfile=true",
    "port,70000x",
    "port,99999",
    "dbname,a?sslMode=DISABLED"
  })
  void whatWouldSmuggleSettingsIntoTheUrlIsRefused(String key, String value) {
    var data = new HashMap<>(Map.of("username", "u", "password", "p", "host", "db"));
    data.put(key, value);
    assertThatThrownBy(() -> binding(new ExternalDatabaseSpec(null, null, null, REF), data))
        .isInstanceOfSatisfying(
            UnusableSecret.class,
            e -> assertThat(e.problem().reason()).isEqualTo("SecretKeyInvalid"));
  }

  @Test
  void whatIsNotTextIsAsGoodAsAbsent() {
    var secret = secret(Map.of("username", "u"));
    secret.getData().put("password", Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff}));
    assertThatThrownBy(() -> binding(HOST_IN_SPEC, DatabaseAuth.Password, Optional.of(secret)))
        .hasMessageContaining("key password");
  }

  private static Binding binding(ExternalDatabaseSpec spec, Map<String, String> data)
      throws UnusableSecret {
    return binding(spec, DatabaseAuth.Password, Optional.of(secret(data)));
  }

  private static Binding binding(
      ExternalDatabaseSpec spec, DatabaseAuth auth, Optional<Secret> secret) throws UnusableSecret {
    var database = new DatabaseSpec(spec, null, null, null, auth, null, null, null);
    return ExternalBinding.of(database, secret, Tls.REQUIRED, "k");
  }

  static Secret secret(Map<String, String> data) {
    var secret = new SecretBuilder().withNewMetadata().withName("team-db").endMetadata();
    data.forEach(
        (key, value) ->
            secret.addToData(
                key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
    return secret.build();
  }
}
