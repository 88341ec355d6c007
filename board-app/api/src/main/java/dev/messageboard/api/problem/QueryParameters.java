package dev.messageboard.api.problem;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;

/** Query parameters, each of which may be given once. */
public record QueryParameters(MultivaluedMap<String, String> query) {

  /** The one value of a parameter. */
  public Optional<String> single(String name) {
    List<String> values = query.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw refuse(name, "duplicate", "The parameter may be given once.");
    }
    return values.stream().findFirst();
  }

  /** A whole number within bounds. */
  public int number(String name, int least, int most, int otherwise) {
    Optional<String> text = single(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    int number = text.get().matches("[0-9]{1,6}") ? Integer.parseInt(text.get()) : -1;
    if (number < least || number > most) {
      throw refuse(name, "out-of-range", "A whole number from " + least + " to " + most + ".");
    }
    return number;
  }

  public static ProblemException refuse(String parameter, String code, String message) {
    return new ProblemException(
        ProblemType.INVALID_PARAMETER,
        "The query parameter '" + parameter + "' is not valid.",
        List.of(FieldError.ofParameter(parameter, code, message)));
  }
}
