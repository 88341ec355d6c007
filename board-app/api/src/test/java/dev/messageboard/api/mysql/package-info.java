/** The real MySQL that the {@code *MySqlTest} classes run against. */
package dev.messageboard.api.mysql;
