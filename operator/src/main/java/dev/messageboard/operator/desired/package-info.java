/**
 * In: a board and its inputs. Out: the objects it wants. Pure: no client, no clock, no randomness.
 */
package dev.messageboard.operator.desired;
