package dev.messageboard.api.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.messageboard.api.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

  private final MultivaluedHashMap<String, String> query = new MultivaluedHashMap<>();

  @Test
  void withoutParametersItIsTheFirstTwenty() {
    assertThat(PageRequest.of(query).limit()).isEqualTo(20);
    assertThat(PageRequest.of(query).before()).isEmpty();
  }

  @Test
  void theLimitsThemselvesAreAllowed() {
    query.putSingle("limit", "1");
    assertThat(PageRequest.of(query).limit()).isEqualTo(1);
    query.putSingle("limit", "100");
    assertThat(PageRequest.of(query).limit()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "101", "-1", "+5", "1e1", "1.0", " 5", "x", "99999999999999999999", "٥"})
  void aLimitThatIsNoNumberFrom1To100IsRefused(String limit) {
    query.putSingle("limit", limit);

    assertThatThrownBy(() -> PageRequest.of(query)).isInstanceOf(ProblemException.class);
  }

  @Test
  void anEmptyCursorIsRefusedRatherThanTakenForTheFirstPage() {
    query.putSingle("before", "");

    assertThatThrownBy(() -> PageRequest.of(query)).isInstanceOf(ProblemException.class);
  }

  @Test
  void aParameterGivenTwiceIsRefused() {
    query.put("limit", List.of("5", "5"));

    assertThatThrownBy(() -> PageRequest.of(query)).isInstanceOf(ProblemException.class);
  }
}
