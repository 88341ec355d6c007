package dev.messageboard.operator.apiserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the operator asked the API server for, as the API server's audit log tells. */
final class Audit {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> WRITES = Set.of("create", "update", "patch", "delete");
  private static final String TERMINATING = "terminat";

  private final Path log;
  private final List<Request> requests = new ArrayList<>();
  private long read;

  Audit(Path log) {
    this.log = log;
  }

  /** "verb resource name" of all but Events, in the order of the requests. */
  List<String> writes(String namespace) {
    return requests(request -> WRITES.contains(request.verb()), namespace);
  }

  /** Questions about single objects; lists and watches belong to the informers. */
  List<String> gets(String namespace) {
    return requests(request -> "get".equals(request.verb()), namespace);
  }

  /** The writes that the API server did not refuse. */
  List<String> written(String namespace) {
    return requests(request -> WRITES.contains(request.verb()) && request.code() < 400, namespace);
  }

  /** Every list by operators of this namespace, of one namespace or of all. */
  List<String> listsBy(String operators) {
    return by(operators)
        .filter(request -> "list".equals(request.verb()))
        .map(Request::toString)
        .toList();
  }

  /**
   * What was refused to the operator of this namespace, wherever it asked, for want of a right:
   * nobody makes anything in a namespace, or of a kind, that goes, such as an earlier test's.
   */
  List<String> refusalsOf(String operators) {
    return by(operators)
        .filter(request -> request.code() == 403 && !request.message().contains(TERMINATING))
        .map(Request::toString)
        .toList();
  }

  private Stream<Request> by(String operators) {
    return all()
        .filter(request -> request.user().startsWith("system:serviceaccount:" + operators + ":"));
  }

  /** Everything that was allowed to the operator of this namespace, as {@link Grants} names it. */
  Set<String> used(String operators) {
    return by(operators)
        .filter(request -> request.code() < 400 && !request.resource().isEmpty())
        .filter(request -> !request.resource().startsWith("selfsubject"))
        .flatMap(
            request ->
                request.rights().map(right -> Grants.placed(right, request.namespace(), operators)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** "resource selector" of every list and watch: what the informers may keep. */
  Set<String> watched() {
    return all()
        .filter(request -> Set.of("list", "watch").contains(request.verb()))
        .map(request -> request.resource() + " " + request.selector())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Watches of all objects of a resource that have begun and not ended. */
  long openWatches(String resource) {
    return stages(resource, "ResponseStarted") - stages(resource, "ResponseComplete");
  }

  private long stages(String resource, String stage) {
    return all()
        .filter(request -> "watch".equals(request.verb()) && resource.equals(request.resource()))
        .filter(request -> request.code() < 400 && stage.equals(request.stage()))
        .count();
  }

  private List<String> requests(Predicate<Request> which, String namespace) {
    return all()
        .filter(request -> namespace.equals(request.namespace()))
        .filter(request -> !"events".equals(request.resource()))
        .filter(which)
        .map(Request::toString)
        .toList();
  }

  /** All until now; what was read once is kept, as tests ask again and again. */
  private synchronized Stream<Request> all() {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(read);
      var news = new byte[(int) (file.length() - read)];
      file.readFully(news);
      int whole = new String(news, StandardCharsets.ISO_8859_1).lastIndexOf('\n') + 1;
      new String(news, 0, whole, StandardCharsets.UTF_8)
          .lines()
          .map(Audit::parsed)
          .map(Request::of)
          .forEach(requests::add);
      read += whole;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return List.copyOf(requests).stream();
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new IllegalStateException(line, e);
    }
  }

  private record Request(
      String user,
      String verb,
      String group,
      String resource,
      String namespace,
      String name,
      int code,
      String message,
      String selector,
      String stage) {

    private static final Pattern SELECTOR = Pattern.compile("[?&]labelSelector=([^&]*)");

    static Request of(JsonNode event) {
      var object = event.path("objectRef");
      var sub = object.path("subresource").asText("");
      return new Request(
          event.path("user").path("username").asText(),
          event.path("verb").asText(),
          object.path("apiGroup").asText(),
          object.path("resource").asText() + (sub.isEmpty() ? "" : "/" + sub),
          object.path("namespace").asText(),
          object.path("name").asText(),
          event.path("responseStatus").path("code").asInt(),
          event.path("responseStatus").path("message").asText(),
          selector(event.path("requestURI").asText()),
          event.path("stage").asText());
    }

    private static String selector(String uri) {
      var found = SELECTOR.matcher(uri);
      return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : "";
    }

    /** An apply that creates needs both rights. */
    Stream<String> rights() {
      var own = Grants.right(verb, group, resource);
      return code == 201 ? Stream.of(own, Grants.right("create", group, resource)) : Stream.of(own);
    }

    @Override
    public String toString() {
      return verb + " " + resource + " " + name;
    }
  }
}
