package dev.messageboard.api.access;

import dev.messageboard.api.board.BoardKeys;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The bearer token of the board's moderators. */
@ApplicationScoped
public class Admin {

  private static final String SCHEME = "Bearer ";

  private final BoardKeys keys;

  Admin(BoardKeys keys) {
    this.keys = keys;
  }

  /** Refuses what has no meaning on a board without moderators. */
  public void requireConfigured() {
    if (keys.adminToken().isEmpty()) {
      throw new ProblemException(
          ProblemType.MODERATION_OFF, "This board has no admin token (spec.board.adminSecretRef).");
    }
  }

  /** Refuses whoever is not an admin; on a board without moderation that is everyone. */
  public void require(HttpHeaders headers) {
    requireConfigured();
    if (!isPresentIn(headers)) {
      throw missing();
    }
  }

  /** False without a bearer; a wrong one is refused rather than taken for none. */
  public boolean isPresentIn(HttpHeaders headers) {
    if (isGuessedIn(headers)) {
      throw new ProblemException(ProblemType.WRONG_TOKEN, "This is not the board's admin token.");
    }
    return isProvenIn(headers);
  }

  /** True with a wrong bearer only. */
  public boolean isGuessedIn(HttpHeaders headers) {
    return bearer(headers).isPresent() && !isProvenIn(headers);
  }

  /** False with a wrong bearer too. */
  public boolean isProvenIn(HttpHeaders headers) {
    return bearer(headers)
        .filter(given -> keys.adminToken().filter(token -> same(token, given)).isPresent())
        .isPresent();
  }

  public static ProblemException missing() {
    return new ProblemException(
            ProblemType.TOKEN_REQUIRED, "Send the header 'Authorization: Bearer <admin token>'.")
        .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }

  private static Optional<String> bearer(HttpHeaders headers) {
    String header = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
