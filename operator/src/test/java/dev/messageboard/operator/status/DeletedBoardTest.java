package dev.messageboard.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.api.v1alpha1.Phase;
import dev.messageboard.operator.desired.Boards;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of a deleted board whose database goes first. */
class DeletedBoardTest {

  private static final Problem AWAY = new Problem("Timeout", "db:3306 does not answer");
  private static final Problem LEFT = new Problem("DatabaseLeft", "left on the server: user x");
  private static final String HEX = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";

  private final StatusAssembler assembler = new StatusAssembler(Clock.systemUTC());
  private final MessageBoard board = Boards.provisioned();
  private final MessageBoardStatus serving =
      assembler.assemble(Seen.serving().now(), Optional.empty());

  @Test
  void itIsDeletingAndEverythingElseStaysAsItWasTold() {
    var status = assembler.assemble(board, Optional.<Problem>empty(), Optional.of(serving));
    assertThat(status.phase()).isEqualTo(Phase.Deleting);
    assertThat(status.components()).isEqualTo(serving.components());
    assertThat(status.conditions()).hasSameSizeAs(serving.conditions());
    assertThat(status.conditions().get(0).getType()).isEqualTo("Ready");
    for (var type : List.of("Ready", "DatabaseReady")) {
      assertThat(told(status, type))
          .isEqualTo(
              "False Deleting: database mb_%s and its users are dropped from server main first"
                  .formatted(HEX));
    }
    assertThat(status.condition("ApiAvailable")).isEqualTo(serving.condition("ApiAvailable"));
    assertThat(news(serving, status)).isEmpty();
  }

  @Test
  void whyItStaysIsToldWithTheWayOutAndOnce() {
    var deleting = assembler.assemble(board, Optional.<Problem>empty(), Optional.of(serving));
    var stays = assembler.assemble(board, Optional.of(AWAY), Optional.of(deleting));
    assertThat(told(stays, "Ready"))
        .isEqualTo(
            "False Timeout: db:3306 does not answer; the board stays until its database is dropped."
                + " To let it go without: kubectl patch messageboard team -n boards --type=merge"
                + " -p '{\"metadata\":{\"finalizers\":null}}'");
    assertThat(news(deleting, stays))
        .singleElement()
        .satisfies(notice -> assertThat(notice.isWarning()).isTrue())
        .satisfies(notice -> assertThat(notice.reason()).isEqualTo("DatabaseNotDropped"));
    var still = assembler.assemble(board, Optional.of(AWAY), Optional.of(stays));
    assertThat(still).isEqualTo(stays);
    assertThat(news(stays, still)).isEmpty();
  }

  @Test
  void whatWasDroppedAndWhatWasLeftIsToldAtTheEnd() {
    assertThat(DeletionNews.end(board, true, Optional.empty()))
        .containsExactly(
            Notice.normal(
                "DatabaseDropped",
                "database mb_%s and its users are gone from server main".formatted(HEX)));
    assertThat(DeletionNews.end(board, false, Optional.of(LEFT)))
        .containsExactly(Notice.warning("DatabaseLeft", "left on the server: user x"));
    assertThat(DeletionNews.end(board, false, Optional.empty())).isEmpty();
  }

  private static List<Notice> news(MessageBoardStatus before, MessageBoardStatus after) {
    return DeletionNews.between(Optional.of(before), after);
  }

  private static String told(MessageBoardStatus status, String type) {
    var condition = status.condition(type).orElseThrow();
    return "%s %s: %s"
        .formatted(condition.getStatus(), condition.getReason(), condition.getMessage());
  }
}
