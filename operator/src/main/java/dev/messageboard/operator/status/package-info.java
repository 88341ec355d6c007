/** In: what was observed of a board. Out: its status. Pure; one file per condition. */
package dev.messageboard.operator.status;
