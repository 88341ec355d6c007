package dev.messageboard.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One thing that is wrong: at a JSON pointer into the body, or in a query parameter. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(String pointer, String parameter, String code, String message) {

  public static FieldError at(String pointer, String code, String message) {
    return new FieldError(pointer, null, code, message);
  }

  public static FieldError ofParameter(String parameter, String code, String message) {
    return new FieldError(null, parameter, code, message);
  }
}
