package dev.messageboard.operator.status;

import io.fabric8.kubernetes.api.model.Condition;
import java.util.Set;
import java.util.stream.Stream;

/** Events of the Secrets that a board names. */
final class SecretNews {

  /** Of what is there, for all anybody knows: it is for others to mend than who writes Secrets. */
  private static final Set<String> UNREADABLE =
      Set.of(SecretsSeen.UNREADABLE, SecretsSeen.CA_UNREADABLE);

  private SecretNews() {}

  static Stream<Notice> of(Turn turn) {
    return turn.toldAnew(SecretsResolvedCondition.TYPE, "False").stream()
        .map(secrets -> Notice.warning(word(secrets), secrets.getMessage()));
  }

  private static String word(Condition secrets) {
    return UNREADABLE.contains(secrets.getReason()) ? secrets.getReason() : SecretsSeen.MISSING;
  }
}
