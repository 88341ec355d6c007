package dev.messageboard.api.message;

import dev.messageboard.api.problem.FieldError;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;

/** Which page of the list is wanted, read from the query parameters. */
record PageRequest(int limit, Optional<Cursor> before) {

  static final int DEFAULT_LIMIT = 20;
  static final int MAX_LIMIT = 100;

  static PageRequest of(MultivaluedMap<String, String> query) {
    return new PageRequest(
        single(query, "limit").map(PageRequest::parseLimit).orElse(DEFAULT_LIMIT),
        single(query, "before").map(PageRequest::parseCursor));
  }

  private static Optional<String> single(MultivaluedMap<String, String> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw refuse(name, "duplicate", "The parameter may be given once.");
    }
    return values.stream().findFirst();
  }

  private static int parseLimit(String text) {
    if (!text.matches("[0-9]{1,3}")) {
      throw limitOutOfRange();
    }
    int limit = Integer.parseInt(text);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw limitOutOfRange();
    }
    return limit;
  }

  private static Cursor parseCursor(String text) {
    return Cursor.decoded(text)
        .orElseThrow(() -> refuse("before", "invalid-cursor", "Take the cursor from `next`."));
  }

  private static ProblemException limitOutOfRange() {
    return refuse("limit", "out-of-range", "A whole number from 1 to " + MAX_LIMIT + ".");
  }

  private static ProblemException refuse(String parameter, String code, String message) {
    return new ProblemException(
        ProblemType.INVALID_PARAMETER,
        "The query parameter '" + parameter + "' is not valid.",
        List.of(FieldError.ofParameter(parameter, code, message)));
  }
}
