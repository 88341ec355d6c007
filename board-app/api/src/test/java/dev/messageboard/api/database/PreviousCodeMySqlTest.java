package dev.messageboard.api.database;

import static dev.messageboard.api.mysql.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.NextSchema;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** While an upgrade rolls out, this code serves on the schema of the next version. */
@NeedsMySql
@QuarkusTest
@WithTestResource(value = NextSchema.class, scope = TestResourceScope.MATCHING_RESOURCES)
class PreviousCodeMySqlTest {

  @TestHTTPResource(value = "/health/started", management = true)
  URL started;

  @Test
  void messagesAreTakenAndReadWithRightsOnDataAlone() {
    await().until(() -> given().get(started).statusCode() == 200);
    assertThat(given().get(started).<String>path("checks[0].data.version")).isEqualTo("99");

    given()
        .contentType("application/json")
        .body("{\"author\":\"Ann\",\"body\":\"from the version before\"}")
        .post("/api/v1/messages")
        .then()
        .statusCode(201);
    assertThat(given().get("/api/v1/messages").asString()).contains("from the version before");
  }
}
