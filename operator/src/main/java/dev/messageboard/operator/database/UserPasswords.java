package dev.messageboard.operator.database;

import dev.messageboard.operator.desired.DesiredDatabaseSecret;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/** The passwords of a board's two users on an offered server, of a form that only we make. */
record UserPasswords(String user, String migration) {

  /** What the default of validate_password asks for, whatever chance gives. */
  private static final String START = "Mb1-";

  private static final String FORM = START + "[A-Za-z0-9_-]{32}";

  static UserPasswords random() {
    return new UserPasswords(START + MadePasswords.random(), START + MadePasswords.random());
  }

  /** Those of a Secret that still has both as they were made. */
  static Optional<UserPasswords> in(Secret bound) {
    return made(bound, "password")
        .flatMap(
            user ->
                made(bound, DesiredDatabaseSecret.MIGRATION_PASSWORD)
                    .map(migration -> new UserPasswords(user, migration)));
  }

  private static Optional<String> made(Secret bound, String key) {
    return SecretText.of(bound, key).filter(password -> password.matches(FORM));
  }

  @Override
  public String toString() {
    return "UserPasswords[...]";
  }
}
