/** Reactions: who reads can say a word without writing one. */
package dev.messageboard.api.reaction;
