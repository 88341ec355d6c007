/**
 * In: a MessageBoard changed. Out: the cluster follows, and the board's status says how far it is.
 */
package dev.messageboard.operator;
