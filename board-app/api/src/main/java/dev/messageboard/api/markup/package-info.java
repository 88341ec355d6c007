/** Markdown in, harmless HTML out. */
package dev.messageboard.api.markup;
