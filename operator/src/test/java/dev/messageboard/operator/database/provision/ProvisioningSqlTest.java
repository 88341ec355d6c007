package dev.messageboard.operator.database.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.TlsMode;
import dev.messageboard.operator.desired.Credentials;
import dev.messageboard.operator.desired.Tls;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvisioningSqlTest {

  private static final Credentials USER = new Credentials("mb_1_rw", "secret");

  @Test
  void aGrantIsForOneDatabaseAndNotForThoseThatItsUnderscoresMatch() {
    assertThat(ProvisioningSql.grantData("a_b", USER, false))
        .isEqualTo("GRANT SELECT, INSERT, UPDATE, DELETE ON `a\\_b`.* TO 'mb_1_rw'@'%'");
  }

  @Test
  void whereAServerTakesNoPatternsTheNameStandsAsItIs() {
    assertThat(ProvisioningSql.grantSchema("a_b", USER, true))
        .isEqualTo(
            "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES ON"
                + " `a_b`.* TO 'mb_1_rw'@'%'");
  }

  @ParameterizedTest
  @CsvSource({
    "Disabled, NONE",
    "Preferred, NONE",
    "Required, SSL",
    "VerifyCA, SSL",
    "VerifyIdentity, SSL"
  })
  void aUserNeedsTlsWhereTheBoardDoes(TlsMode mode, String required) {
    var tls = new Tls(mode, Optional.empty());
    assertThat(ProvisioningSql.createUser(USER, tls, "uid"))
        .isEqualTo(
            "CREATE USER 'mb_1_rw'@'%' IDENTIFIED BY 'secret' REQUIRE "
                + required
                + " ATTRIBUTE '{\"messageboard.dev/board-uid\": \"uid\"}'");
    assertThat(ProvisioningSql.alterUser(USER, tls))
        .isEqualTo(
            "ALTER USER 'mb_1_rw'@'%' IDENTIFIED BY 'secret' REQUIRE "
                + required
                + " ACCOUNT UNLOCK");
  }
}
