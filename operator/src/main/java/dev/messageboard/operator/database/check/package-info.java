/**
 * In: a binding. Out: what a login with it finds, at the pace that the board's spec sets, away from
 * the reconciling threads.
 */
package dev.messageboard.operator.database.check;
