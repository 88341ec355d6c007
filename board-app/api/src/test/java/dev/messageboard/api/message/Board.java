package dev.messageboard.api.message;

import static dev.messageboard.api.mysql.Patience.await;
import static io.restassured.RestAssured.given;

import dev.messageboard.api.mysql.RealMySql;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The board as its clients see it. */
final class Board {

  private static final String MESSAGES = "/api/v1/messages";

  private Board() {}

  /** Waits for the schema, which a service that has just started is still bringing up. */
  static void clear() {
    RealMySql server = RealMySql.running();
    await().until(() -> server.query("SHOW TABLES IN board LIKE 'housekeeping'") != null);
    server.execute("DELETE FROM board.message");
    server.execute("DELETE FROM board.flood_window");
  }

  static Response post(String author, String body) {
    return request()
        .contentType(ContentType.JSON)
        .body(Map.of("author", author, "body", body))
        .post(MESSAGES);
  }

  static String posted(String body) {
    return post("Ann", body).then().statusCode(201).extract().path("id");
  }

  static Response page(Map<String, ?> query) {
    return request().queryParams(query).get(MESSAGES);
  }

  static Response read(String id) {
    return request().get(MESSAGES + "/" + id);
  }

  static Response delete(String id) {
    return request().delete(MESSAGES + "/" + id);
  }

  private static RequestSpecification request() {
    return given().accept(ContentType.JSON);
  }
}
