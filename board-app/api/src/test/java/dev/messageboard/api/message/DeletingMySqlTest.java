package dev.messageboard.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class DeletingMySqlTest {

  @Test
  void aDeletedMessageIsGone() {
    String id = Board.posted("bye");

    assertThat(Board.delete(id).statusCode()).isEqualTo(204);

    assertThat(Board.read(id).statusCode()).isEqualTo(410);
    assertThat(Board.page(Map.of("limit", 100)).jsonPath().getList("items.id")).doesNotContain(id);
  }

  @Test
  void deletingAtTheSameTimeIsDeletingOnce() {
    String id = Board.posted("bye");

    List<Integer> answers =
        IntStream.range(0, 8).parallel().mapToObj(i -> Board.delete(id).statusCode()).toList();

    assertThat(answers).containsOnly(204);
  }
}
