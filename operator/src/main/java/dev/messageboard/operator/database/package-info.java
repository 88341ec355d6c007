/**
 * In: a board's choice of database and the Secrets that it names. Out: the binding that its pods
 * get, and what is wrong with a Secret.
 */
package dev.messageboard.operator.database;
