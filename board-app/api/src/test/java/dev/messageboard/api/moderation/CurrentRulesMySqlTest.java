package dev.messageboard.api.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class CurrentRulesMySqlTest {

  private static final String WORD = "casino";

  @Inject CurrentRules rules;

  @BeforeEach
  void clear() {
    Board.clear();
    noWords();
  }

  @AfterEach
  void noWords() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              HeldWord.deleteAll();
              rules.forget();
            });
  }

  @Test
  void aWordHoldsFromItsCommitOnHoweverManyAskBefore() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              holdTheWord();
              assertThat(isHeldForOthers()).isFalse();
            });

    assertThat(isHeldForOthers()).isTrue();
    assertThat(Board.post("Ann", WORD).statusCode()).isEqualTo(202);
  }

  @Test
  void aWordThatIsRolledBackHoldsNothing() {
    QuarkusTransaction.begin();
    holdTheWord();
    QuarkusTransaction.rollback();

    assertThat(Board.post("Ann", WORD).statusCode()).isEqualTo(201);
  }

  /** As a moderator does. */
  private void holdTheWord() {
    HeldWord held = new HeldWord();
    held.word = WORD;
    held.persist();
    rules.forget();
  }

  private boolean isHeldForOthers() {
    return QuarkusTransaction.suspendingExisting().call(() -> rules.get().hold(WORD));
  }
}
