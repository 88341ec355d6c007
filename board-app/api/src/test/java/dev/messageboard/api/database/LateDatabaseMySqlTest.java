package dev.messageboard.api.database;

import static dev.messageboard.api.mysql.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.LateDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.junit.jupiter.api.Test;

@NeedsMySql
@QuarkusTest
@WithTestResource(LateDatabase.class)
class LateDatabaseMySqlTest {

  @TestHTTPResource(value = "/health/started", management = true)
  URL started;

  @TestHTTPResource(value = "/health/ready", management = true)
  URL ready;

  @TestHTTPResource(value = "/health/live", management = true)
  URL live;

  @Test
  void theServiceStartsBeforeItsDatabaseAndFindsItLater() {
    await()
        .until(
            () -> "ConnectionRefused".equals(given().get(started).path("checks[0].data.reason")));
    assertThat(given().get(started).statusCode()).isEqualTo(503);
    assertThat(given().get(ready).statusCode()).isEqualTo(503);
    assertThat(given().get(live).statusCode()).isEqualTo(200);
    assertThat(given().get("/api/v1/messages").statusCode()).isEqualTo(503);

    RealMySql.get().start();

    await().until(() -> given().get(started).statusCode() == 200);
    assertThat(given().get(started).<String>path("checks[0].data.version")).isEqualTo("12");
    assertThat(given().get(ready).statusCode()).isEqualTo(200);
    assertThat(given().get("/api/v1/messages").statusCode()).isEqualTo(200);
  }
}
