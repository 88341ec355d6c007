package dev.messageboard.api.aws;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What RDS and IAM look at before they let a user in. */
public final class TokenCheck {

  private volatile TemporaryKeys keys;
  private final Clock clock;
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final List<String> refusals = new CopyOnWriteArrayList<>();

  public TokenCheck(TemporaryKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** All tokens that were shown, in their order. */
  public List<String> seen() {
    return List.copyOf(seen);
  }

  /** Why tokens were refused: the server tells nobody. */
  public List<String> refusals() {
    return List.copyOf(refusals);
  }

  /** From now on the role has another session, and the one before is none. */
  public void expect(TemporaryKeys others) {
    keys = others;
  }

  Optional<String> refusal(String user, String endpoint, String token) {
    seen.add(token);
    Optional<String> refusal = judged(user, endpoint, PresignedRequest.of(token));
    refusal.ifPresent(refusals::add);
    return refusal;
  }

  private Optional<String> judged(String user, String endpoint, PresignedRequest request) {
    String[] scope = request.scope();
    Instant now = clock.instant();
    if (!endpoint.equals(request.host())) {
      return Optional.of("another server");
    }
    if (!user.equals(request.value("DBUser")) || !"connect".equals(request.value("Action"))) {
      return Optional.of("another user or action");
    }
    if (scope.length != 5 || !RdsFront.REGION.equals(scope[2]) || !"rds-db".equals(scope[3])) {
      return Optional.of("another region or service");
    }
    if (!keys.id().equals(scope[0])
        || !keys.session().equals(request.value("X-Amz-Security-Token"))) {
      return Optional.of("keys of another session");
    }
    if (keys.end().isBefore(now)) {
      return Optional.of("keys that ended");
    }
    if (request.end().isBefore(now) || request.signedAt().isAfter(now.plusSeconds(300))) {
      return Optional.of("a token of another time");
    }
    return isSigned(request) ? Optional.empty() : Optional.of("a signature that is not the keys'");
  }

  private boolean isSigned(PresignedRequest request) {
    try {
      return request.isSignedWith(keys.secret());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
