/** The real MySQL that tests of the database's life run against. */
package dev.messageboard.operator.mysql;
