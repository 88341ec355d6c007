/**
 * In: a server that the platform team offers and what a board is to have there. Out: database and
 * users that are there, made away from the reconciling threads, or why they are not.
 */
package dev.messageboard.operator.database.provision;
