package dev.messageboard.api.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.stream.Collectors;

/** Says in the client's terms what Jackson says in terms of Java classes. */
final class JsonProblem {

  private JsonProblem() {}

  static ProblemException of(JacksonException unreadable) {
    if (unreadable instanceof UnrecognizedPropertyException unknown) {
      return misfit(pointer(unknown), "unknown-field", "This field does not exist.");
    }
    if (unreadable instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
      return misfit(pointer(mismatch), "wrong-type", "The value has another type than expected.");
    }
    if (unreadable instanceof MismatchedInputException) {
      return notAnObject();
    }
    if (isDuplicateKey(unreadable) && unreadable.getProcessor() instanceof JsonParser parser) {
      String pointer = parser.getParsingContext().pathAsPointer().toString();
      return misfit(pointer, "duplicate-field", "This field is given twice.");
    }
    return new ProblemException(ProblemType.MALFORMED_JSON, where(unreadable.getLocation()));
  }

  static ProblemException notAnObject() {
    return new ProblemException(ProblemType.UNEXPECTED_JSON, "The body must be a JSON object.");
  }

  /** Jackson has no exception of its own for it. */
  private static boolean isDuplicateKey(JacksonException unreadable) {
    return unreadable.getOriginalMessage().startsWith("Duplicate field");
  }

  private static ProblemException misfit(String pointer, String code, String message) {
    return new ProblemException(
        ProblemType.UNEXPECTED_JSON,
        "The JSON can be read but does not fit; see errors.",
        List.of(FieldError.at(pointer, code, message)));
  }

  /** RFC 6901. */
  private static String pointer(JsonMappingException cause) {
    return cause.getPath().stream()
        .map(JsonProblem::step)
        .collect(Collectors.joining("/", "/", ""));
  }

  private static String step(Reference step) {
    String name = step.getFieldName();
    return name == null
        ? String.valueOf(step.getIndex())
        : name.replace("~", "~0").replace("/", "~1");
  }

  private static String where(JsonLocation location) {
    return location == null
        ? "The body cannot be read as JSON."
        : "The body stops being JSON at line %d, column %d."
            .formatted(location.getLineNr(), location.getColumnNr());
  }
}
