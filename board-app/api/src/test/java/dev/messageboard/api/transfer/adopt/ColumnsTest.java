package dev.messageboard.api.transfer.adopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void aBoardsColumnsAreFoundByTheirNames() {
    Columns columns = columns("id", "Username", "message", "email", "created_at", "parent_id");

    Mapping mapping = columns.mapping(Asked.with());

    assertThat(mapping)
        .isEqualTo(
            new Mapping(
                "id",
                Optional.of("Username"),
                List.of("message"),
                Optional.of("created_at"),
                Optional.of("parent_id")));
    assertThat(columns.leftBehind(mapping)).containsExactly("email");
  }

  @Test
  void whatIsAskedForWins() {
    Columns columns = columns("id", "service_name", "summary", "severity", "timestamp");

    Mapping mapping =
        columns.mapping(Asked.with("--author=service_name", "--body=summary,severity"));

    assertThat(mapping.author()).contains("service_name");
    assertThat(mapping.body()).containsExactly("summary", "severity");
    assertThat(mapping.created()).contains("timestamp");
    assertThat(mapping.order()).containsExactly("timestamp", "id");
    assertThat(columns.leftBehind(mapping)).isEmpty();
  }

  @Test
  void aColumnThatIsNotThereIsToldWithThoseThatAre() {
    assertThatThrownBy(() -> columns("id", "message").mapping(Asked.with("--author=who")))
        .hasMessage("There is no column who; its columns are id, message");
  }

  @Test
  void aTableWithoutALikelyTextAsksForIt() {
    assertThatThrownBy(() -> columns("id", "number").mapping(Asked.with()))
        .hasMessageStartingWith("Say --body=<column>")
        .hasMessageEndingWith("; its columns are id, number");
  }

  @Test
  void rowsThatCannotBeToldApartAreNotRead() {
    Columns twoKeys = new Columns(List.of("a", "b", "message"), List.of("a", "b"));

    assertThatThrownBy(() -> twoKeys.mapping(Asked.with()))
        .hasMessageStartingWith("Say --id=<column>");
    assertThat(twoKeys.mapping(Asked.with("--id=b")).id()).isEqualTo("b");
  }

  private static Columns columns(String... names) {
    return new Columns(List.of(names), List.of("id"));
  }
}
