/** In: a board. Out: whether an optional child is asked for. Predicates named as statements. */
package dev.messageboard.operator.workflow.condition;
