/**
 * In: a board's choice of database and the Secrets behind it. Out: the binding that its pods get.
 */
package dev.messageboard.operator.database;
