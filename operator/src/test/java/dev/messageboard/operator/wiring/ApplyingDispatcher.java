package dev.messageboard.operator.wiring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.dsl.HttpMethod;
import io.fabric8.mockwebserver.http.Buffer;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.nio.charset.StandardCharsets;

/** Takes a server-side apply for a create or a replace, which is as near as memory comes to it. */
class ApplyingDispatcher extends KubernetesCrudDispatcher {

  private static final int NOT_FOUND = 404;

  @Override
  public MockResponse handlePatch(RecordedRequest request) {
    if (!request.getHeader("Content-Type").startsWith("application/apply-patch")) {
      return super.handlePatch(request);
    }
    var path = request.getPath().replaceAll("\\?.*", "");
    var body = unversioned(request.getUtf8Body());
    var replaced = handleUpdate(as(HttpMethod.PUT, path, body, request));
    if (replaced.code() != NOT_FOUND || path.endsWith("/status")) {
      return replaced;
    }
    var collection = path.substring(0, path.lastIndexOf('/'));
    return handleCreate(as(HttpMethod.POST, collection, body, request));
  }

  private static RecordedRequest as(
      HttpMethod method, String path, String body, RecordedRequest origin) {
    return new RecordedRequest(
        origin.getHttpVersion(),
        method,
        path,
        origin.getHeaders(),
        new Buffer(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String unversioned(String body) {
    var object = Serialization.unmarshal(body, ObjectNode.class);
    ((ObjectNode) object.get("metadata")).remove("resourceVersion");
    return Serialization.asJson(object);
  }
}
