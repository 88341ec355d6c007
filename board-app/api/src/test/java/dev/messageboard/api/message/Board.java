package dev.messageboard.api.message;

import static dev.messageboard.api.mysql.Patience.await;
import static io.restassured.RestAssured.given;

import dev.messageboard.api.mysql.RealMySql;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The board as its clients see it. */
public final class Board {

  private static final String MESSAGES = "/api/v1/messages";

  private Board() {}

  /** Waits for the schema, which a service that has just started is still bringing up. */
  public static void clear() {
    RealMySql server = RealMySql.running();
    await().until(() -> server.query("SHOW TABLES IN board LIKE 'adopted_row'") != null);
    server.execute("DELETE FROM board.message");
    server.execute("DELETE FROM board.flood_window");
  }

  /** Also of what readers reported and moderators did. */
  public static void clearWithDeeds() {
    clear();
    RealMySql.get().execute("DELETE FROM board.report");
    RealMySql.get().execute("DELETE FROM board.audit");
  }

  public static Response post(String author, String body) {
    return request()
        .contentType(ContentType.JSON)
        .body(Map.of("author", author, "body", body))
        .post(MESSAGES);
  }

  public static String posted(String body) {
    return post("Ann", body).then().statusCode(201).extract().path("id");
  }

  public static Response page(Map<String, ?> query) {
    return request().queryParams(query).get(MESSAGES);
  }

  public static Response read(String id) {
    return request().get(MESSAGES + "/" + id);
  }

  public static Response delete(String id, String token) {
    return request().header("Message-Token", token).delete(MESSAGES + "/" + id);
  }

  public static Response reply(String parent, String body) {
    return request()
        .contentType(ContentType.JSON)
        .body(Map.of("author", "Bob", "body", body, "parentId", parent))
        .post(MESSAGES);
  }

  public static Response edit(Response posted, String body) {
    return editing(posted, body)
        .header("If-Match", posted.header("ETag"))
        .patch(MESSAGES + "/" + posted.path("id"));
  }

  /** With the author's token, but not based on anything. */
  public static RequestSpecification editing(Response posted, String body) {
    return request()
        .contentType(ContentType.JSON)
        .header("Message-Token", posted.<String>path("editToken"))
        .body(Map.of("body", body));
  }

  public static RequestSpecification admin() {
    return request().header("Authorization", "Bearer " + RealMySql.ADMIN_TOKEN);
  }

  public static RequestSpecification from(String address) {
    return request().header("X-Forwarded-For", address).contentType(ContentType.JSON);
  }

  public static RequestSpecification request() {
    return given().accept(ContentType.JSON);
  }
}
