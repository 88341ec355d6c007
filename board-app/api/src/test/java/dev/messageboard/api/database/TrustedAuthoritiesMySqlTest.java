package dev.messageboard.api.database;

import static dev.messageboard.api.mysql.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.VerifiedDatabase;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The certificates beside the credentials are the only ones that are trusted. */
@NeedsMySql
@QuarkusTest
@WithTestResource(value = VerifiedDatabase.class, scope = TestResourceScope.MATCHING_RESOURCES)
class TrustedAuthoritiesMySqlTest {

  @Inject SchemaState schema;
  @Inject DataSource pool;

  @Test
  void migrationAndPoolTrustThePemOfTheBinding() throws SQLException {
    await().until(schema::isReady);
    try (var connection = pool.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Ssl_cipher'")) {
      row.next();
      assertThat(row.getString(2)).isNotBlank();
      assertThat(connection.getMetaData().getURL()).contains("sslMode=VERIFY_CA");
    }
  }
}
