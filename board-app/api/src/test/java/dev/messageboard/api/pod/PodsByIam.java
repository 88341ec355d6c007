package dev.messageboard.api.pod;

import dev.messageboard.api.aws.IdentityEndpoint;
import dev.messageboard.api.aws.RdsFront;
import dev.messageboard.api.aws.TemporaryKeys;
import dev.messageboard.api.aws.TokenCheck;
import dev.messageboard.api.mysql.Binding;
import dev.messageboard.api.mysql.RealMySql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Pods without a password, and what they meet at AWS: the one that gives keys, and RDS. */
final class PodsByIam implements AutoCloseable {

  private static final String USER = "pod_iam";

  final TemporaryKeys keys = TemporaryKeys.until(Instant.now().plus(Duration.ofHours(1)));
  final TokenCheck check = new TokenCheck(keys, Clock.systemUTC());
  final IdentityEndpoint identity = new IdentityEndpoint(keys);
  final RdsFront rds;

  private final RealMySql server = RealMySql.running();
  private final String database;

  PodsByIam(String database) {
    this.database = database;
    rds = new RdsFront(server.port(), check);
    server.execute("CREATE USER IF NOT EXISTS %s@'%%' IDENTIFIED BY ''".formatted(USER));
    server.execute("GRANT ALL ON %s.* TO %s@'%%'".formatted(database, USER));
  }

  Replicas board(Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>();
    settings.put("SERVICE_BINDING_ROOT", binding("VERIFY_IDENTITY"));
    settings.putAll(environment);
    return new Replicas(database, settings);
  }

  String binding(String sslMode) {
    return Binding.writeByIam(server, rds.url(database, sslMode), USER, rds.authority()).toString();
  }

  @Override
  public void close() {
    identity.close();
    rds.close();
  }
}
