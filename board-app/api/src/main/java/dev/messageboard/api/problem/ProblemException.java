package dev.messageboard.api.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that cannot be served, thrown where that is found out. */
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;
  private final transient Map<String, String> headers = new LinkedHashMap<>();
  private final ProblemType type;

  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.type = type;
    this.errors = List.copyOf(errors);
  }

  /** Adds a header to the answer. */
  public ProblemException with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Map<String, String> headers() {
    return headers;
  }

  public ProblemType type() {
    return type;
  }

  List<FieldError> errors() {
    return errors;
  }
}
