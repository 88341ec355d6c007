/**
 * In: a server that the platform team offers and what a board is to have there, or not any more.
 * Out: database and users that are there, or gone, away from the reconciling threads; or why not.
 */
package dev.messageboard.operator.database.provision;
