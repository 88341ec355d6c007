package dev.messageboard.api.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.messageboard.api.board.BoardKeys;
import dev.messageboard.api.board.Key;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.QueryParameters;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

  private final PageRequests requests =
      new PageRequests(new BoardKeys(Path.of("none"), Key.random(), Key.random(), Key.random()));

  private final MultivaluedHashMap<String, String> query = new MultivaluedHashMap<>();

  @Test
  void withoutParametersItIsTheFirstTwenty() {
    assertThat(requests.of(new QueryParameters(query)).limit()).isEqualTo(20);
    assertThat(requests.of(new QueryParameters(query)).before()).isEmpty();
  }

  @Test
  void theLimitsThemselvesAreAllowed() {
    query.putSingle("limit", "1");
    assertThat(requests.of(new QueryParameters(query)).limit()).isEqualTo(1);
    query.putSingle("limit", "100");
    assertThat(requests.of(new QueryParameters(query)).limit()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "101", "-1", "+5", "1e1", "1.0", " 5", "x", "99999999999999999999", "٥"})
  void aLimitThatIsNoNumberFrom1To100IsRefused(String limit) {
    query.putSingle("limit", limit);

    assertThatThrownBy(() -> requests.of(new QueryParameters(query)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void anEmptyCursorIsRefusedRatherThanTakenForTheFirstPage() {
    query.putSingle("before", "");

    assertThatThrownBy(() -> requests.of(new QueryParameters(query)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void aParameterGivenTwiceIsRefused() {
    query.put("limit", List.of("5", "5"));

    assertThatThrownBy(() -> requests.of(new QueryParameters(query)))
        .isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "abc", "007", "None", "99999999999999999999"})
  void aParentThatIsNoIdIsRefused(String parent) {
    query.putSingle("parent", parent);

    assertThatThrownBy(() -> requests.of(new QueryParameters(query)))
        .isInstanceOf(ProblemException.class);
  }
}
