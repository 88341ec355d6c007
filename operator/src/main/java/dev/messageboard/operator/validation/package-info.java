/**
 * In: a spec that the schema and its CEL rules accepted. Out: what is still wrong with it, if
 * anything.
 */
package dev.messageboard.operator.validation;
