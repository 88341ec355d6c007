package dev.messageboard.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsMySql
class MigrateCommandMySqlTest {

  private static final String DATABASE = "commanded";

  private final RealMySql server = RealMySql.running();

  @TempDir Path directory;
  private Path lastWord;

  @BeforeEach
  void create() throws IOException {
    server.createDatabase(DATABASE);
    lastWord = Files.createFile(directory.resolve("last-word"));
  }

  @AfterEach
  void drop() {
    server.execute("GRANT ALL ON commanded.* TO " + RealMySql.USER + "@'%'");
    server.execute("DROP DATABASE " + DATABASE);
  }

  @Test
  void itTellsWhichVersionsItFoundAndLeft() {
    assertThat(command(server.url(DATABASE)).run()).isZero();
    assertThat(lastWord).hasContent("{\"from\":\"\",\"to\":\"12\"}");

    assertThat(command(server.url(DATABASE)).run()).isZero();
    assertThat(lastWord).hasContent("{\"from\":\"12\",\"to\":\"12\"}");
  }

  @Test
  void itTellsWhichMigrationFailedAndWhy() {
    server.execute("REVOKE ALL ON commanded.* FROM " + RealMySql.USER + "@'%'");
    server.execute(
        "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE ON commanded.* TO "
            + RealMySql.USER
            + "@'%'");

    assertThat(command(server.url(DATABASE)).run()).isEqualTo(MigrateCommand.FAILED);
    assertThat(lastWord)
        .content()
        .startsWith("PermissionDenied: V")
        .contains("ALTER command denied");
  }

  @Test
  void aDatabaseThatDoesNotComeIsAnotherKindOfFailure() {
    String nowhere = "jdbc:mysql://127.0.0.1:1/" + DATABASE;

    assertThat(command(nowhere).run()).isEqualTo(MigrateCommand.UNREACHABLE);
    assertThat(lastWord).content().startsWith("ConnectionRefused: ");
  }

  private MigrateCommand command(String url) {
    Flyway flyway =
        Flyway.configure()
            .jdbcProperties(LongConnections.TIMEOUTS)
            .dataSource(url, RealMySql.USER, RealMySql.PASSWORD)
            .load();
    return new MigrateCommand(flyway, Duration.ZERO, lastWord);
  }
}
