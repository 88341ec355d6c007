package dev.messageboard.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Boards;
import io.fabric8.kubernetes.api.model.Secret;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeldPasswordsTest {

  private final MessageBoard board = Boards.provisioned();
  private final HeldPasswords held = new HeldPasswords();

  @Test
  void theySatisfyADefaultPolicyAndDifferFromEachOther() {
    var made = held.of(board, Optional.empty());
    assertThat(made.user()).matches("Mb1-[A-Za-z0-9_-]{32}").isNotEqualTo(made.migration());
    assertThat(made.toString()).doesNotContain("Mb1-");
  }

  @Test
  void theyAreTheSameUntilTheyStandInTheSecretAndThen() {
    var made = held.of(board, Optional.empty());
    assertThat(held.of(board, Optional.empty())).isEqualTo(made);
    assertThat(held.of(board, Optional.of(secret(made)))).isEqualTo(made);
    assertThat(new HeldPasswords().of(board, Optional.of(secret(made)))).isEqualTo(made);
  }

  @Test
  void onesThatWereEditedOrAreGoneAreMadeAnewOnce() {
    var made = held.of(board, Optional.empty());
    held.of(board, Optional.of(secret(made)));
    var edited = Optional.of(secret(new UserPasswords("edited", made.migration())));
    var second = held.of(board, edited);
    assertThat(second).isNotEqualTo(made);
    assertThat(held.of(board, edited)).isEqualTo(second);
    held.of(board, Optional.of(secret(second)));
    assertThat(held.of(board, Optional.empty())).isNotEqualTo(second);
  }

  @Test
  void onesThatAnotherOperatorWroteAreBelieved() {
    var theirs = new HeldPasswords().of(board, Optional.empty());
    held.of(board, Optional.empty());
    assertThat(held.of(board, Optional.of(secret(theirs)))).isEqualTo(theirs);
    var later = new HeldPasswords().of(board, Optional.empty());
    assertThat(held.of(board, Optional.of(secret(later)))).isEqualTo(later);
  }

  @Test
  void onesOfAnotherFormAreNotTakenOver() {
    var edited = new UserPasswords("edited", "edited");
    assertThat(held.of(board, Optional.of(secret(edited)))).isNotEqualTo(edited);
  }

  @Test
  void aBoardThatWasMadeAnewHasOthers() {
    var made = held.of(board, Optional.empty());
    board.getMetadata().setUid("another");
    var second = held.of(board, Optional.empty());
    assertThat(second).isNotEqualTo(made);
    held.forget(ResourceID.fromResource(board));
    assertThat(held.of(board, Optional.empty())).isNotEqualTo(second);
  }

  private static Secret secret(UserPasswords passwords) {
    return ExternalBindingTest.secret(
        Map.of("password", passwords.user(), "migration-password", passwords.migration()));
  }
}
