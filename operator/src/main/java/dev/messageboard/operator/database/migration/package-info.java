/**
 * In: a board's migration Jobs and the history of its schema. Out: whether its pods may come, and
 * which Jobs may go.
 */
package dev.messageboard.operator.database.migration;
