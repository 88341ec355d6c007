/** The MessageBoard operator. */
package dev.messageboard.operator;
