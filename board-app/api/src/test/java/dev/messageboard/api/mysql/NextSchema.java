package dev.messageboard.api.mysql;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * A database that the next version has migrated by the rules of the README, for a user who may
 * neither create nor alter anything.
 */
public class NextSchema implements QuarkusTestResourceLifecycleManager {

  public static final String NAME = "ahead";

  @Override
  public Map<String, String> start() {
    RealMySql server = RealMySql.running();
    server.execute("DROP DATABASE IF EXISTS " + NAME);
    server.createDatabase(NAME);
    Flyway.configure()
        .dataSource(server.url(NAME), RealMySql.USER, RealMySql.PASSWORD)
        .load()
        .migrate();
    server.execute("ALTER TABLE ahead.message ADD COLUMN mood VARCHAR(20), ALGORITHM=INSTANT");
    server.execute("CREATE TABLE ahead.mood (id BIGINT PRIMARY KEY)");
    server.execute(
        """
        INSERT INTO ahead.flyway_schema_history
        SELECT 99, '99', 'add mood', type, 'V99__add_mood.sql', 17, installed_by, installed_on, 1, 1
        FROM ahead.flyway_schema_history WHERE version = '1'
        """);
    server.execute("REVOKE ALL ON ahead.* FROM " + RealMySql.USER + "@'%'");
    server.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ahead.* TO " + RealMySql.USER + "@'%'");
    Map<String, String> settings = new HashMap<>();
    settings.put(Binding.ROOT, Binding.write(server, NAME).toString());
    settings.put("messageboard.schema", "wait");
    return settings;
  }

  @Override
  public void stop() {}
}
