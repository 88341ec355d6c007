package dev.messageboard.api.problem;

import java.util.List;

/** A request that cannot be served, thrown where that is found out. */
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;
  private final ProblemType type;

  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.type = type;
    this.errors = List.copyOf(errors);
  }

  ProblemType type() {
    return type;
  }

  List<FieldError> errors() {
    return errors;
  }
}
