package dev.messageboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.messageboard.api.admin.AdminView;
import dev.messageboard.api.admin.AuditView;
import dev.messageboard.api.admin.BlockView;
import dev.messageboard.api.admin.NewBlock;
import dev.messageboard.api.admin.Words;
import dev.messageboard.api.board.AboutResource;
import dev.messageboard.api.message.MessageEdit;
import dev.messageboard.api.message.MessagePage;
import dev.messageboard.api.message.MessageView;
import dev.messageboard.api.posting.NewMessage;
import dev.messageboard.api.posting.PostedView;
import dev.messageboard.api.problem.FieldError;
import dev.messageboard.api.problem.Problem;
import dev.messageboard.api.problem.ProblemType;
import dev.messageboard.api.report.NewReport;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed description tells what the code does: operations, fields, problems, examples. */
class OpenApiTest {

  private static final java.nio.file.Path FILE =
      java.nio.file.Path.of("src", "main", "resources", "openapi.json");
  private static final JsonNode DOCUMENT = read();

  @Test
  void everyOperationOfTheCodeIsDescribedAndNoOther() {
    assertThat(described()).isEqualTo(offered());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("records")
  void everyFieldOfTheCodeIsDescribedAndNoOther(String schema, Set<String> fields) {
    assertThat(names(DOCUMENT.at("/components/schemas/" + schema + "/properties")))
        .isEqualTo(fields);
  }

  @Test
  void everyProblemIsDescribed() {
    Set<String> types =
        Arrays.stream(ProblemType.values()).map(ProblemType::uri).collect(Collectors.toSet());
    JsonNode named = DOCUMENT.at("/components/schemas/Problem/properties/type/enum");

    assertThat(StreamSupport.stream(named.spliterator(), false).map(JsonNode::asText))
        .containsExactlyInAnyOrderElementsOf(types);
  }

  /** Moderators have no limit. */
  @Test
  void whatWritesOrAsksForAModeratorMayBeTriedTooOften() {
    assertThat(described().stream().filter(OpenApiTest::isLimited))
        .isNotEmpty()
        .allMatch(operation -> answers(operation).has("429"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void everyExampleFitsItsSchema(String place, JsonNode content) {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(withComponents(content.get("schema")));

    assertThat(schema.validate(content.get("example"))).as(place).isEmpty();
  }

  static Stream<Arguments> records() {
    return Stream.of(
        Arguments.of("Message", fields(MessageView.class)),
        Arguments.of("MessagePage", fields(MessagePage.class)),
        Arguments.of("NewMessage", fields(NewMessage.class)),
        Arguments.of("PostedMessage", fields(MessageView.class, PostedView.class)),
        Arguments.of("MessageEdit", fields(MessageEdit.class)),
        Arguments.of("NewReport", fields(NewReport.class)),
        Arguments.of("About", fields(AboutResource.About.class)),
        Arguments.of("AdminMessage", fields(MessageView.class, AdminView.class)),
        Arguments.of("Block", fields(BlockView.class)),
        Arguments.of("NewBlock", fields(NewBlock.class)),
        Arguments.of("Words", fields(Words.class)),
        Arguments.of("AuditLine", fields(AuditView.class)),
        Arguments.of("Problem", fields(Problem.class)),
        Arguments.of("FieldError", fields(FieldError.class)));
  }

  static Stream<Arguments> examples() {
    return DOCUMENT.findParents("example").stream()
        .filter(content -> content.has("schema"))
        .map(content -> Arguments.of(content.get("example").toString(), content));
  }

  private static Set<String> offered() {
    return new ClassFileImporter()
        .importPackages("dev.messageboard.api").stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .flatMap(OpenApiTest::operations)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> operations(JavaClass resource) {
    return resource.getMethods().stream()
        .flatMap(method -> verb(method).map(verb -> verb + " " + path(resource, method)).stream());
  }

  private static Optional<String> verb(JavaMethod method) {
    return method.getAnnotations().stream()
        .filter(a -> a.getRawType().isAnnotatedWith(HttpMethod.class))
        .map(a -> a.getRawType().getSimpleName())
        .findFirst();
  }

  private static String path(JavaClass resource, JavaMethod method) {
    String own = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
    return (resource.getAnnotationOfType(Path.class).value() + own).replaceAll(":[^}]*", "");
  }

  /** Verbs and paths of the committed description. */
  static Set<String> described() {
    Set<String> operations = new TreeSet<>();
    for (var path : DOCUMENT.get("paths").properties()) {
      names(path.getValue()).stream()
          .filter(name -> !name.equals("parameters"))
          .forEach(verb -> operations.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    return operations;
  }

  private static boolean isLimited(String operation) {
    return !operation.matches("GET (?!/admin/|/export).*");
  }

  private static JsonNode answers(String operation) {
    String[] words = operation.split(" ");
    return DOCUMENT
        .path("paths")
        .path(words[1])
        .path(words[0].toLowerCase(Locale.ROOT))
        .path("responses");
  }

  private static Set<String> fields(Class<?>... records) {
    return Arrays.stream(records)
        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
        .map(RecordComponent::getName)
        .filter(name -> records.length == 1 || !name.equals("message"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(JsonNode object) {
    return object.properties().stream()
        .map(java.util.Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode withComponents(JsonNode schema) {
    return schema
        .<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy()
        .set("components", DOCUMENT.get("components"));
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(Files.readAllBytes(FILE));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
