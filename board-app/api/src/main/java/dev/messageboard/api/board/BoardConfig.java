package dev.messageboard.api.board;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * The keys as the operator writes them; {@link BoardSettings} says what is allowed. All are texts
 * here, because the framework's own complaint about a wrong one does not say what would be right.
 */
@ConfigMapping(prefix = "messageboard")
public interface BoardConfig {

  Optional<String> title();

  Optional<String> description();

  Optional<String> publicUrl();

  @WithDefault("plain")
  String markup();

  @WithDefault("open")
  String posting();

  @WithDefault("author")
  String deletePolicy();

  @WithDefault("15m")
  String editWindow();

  @WithDefault("4000")
  String maxMessageLength();

  @WithDefault("0")
  String retentionDays();

  @WithDefault("1m")
  String upkeepInterval();

  @WithDefault("10")
  String postsPerMinute();

  @WithDefault("60")
  String postsPerHour();

  @WithDefault("false")
  String showServedBy();

  @WithDefault("10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,127.0.0.0/8,::1/128,fc00::/7")
  String trustedProxies();

  @WithDefault("/keys")
  String keysDirectory();
}
