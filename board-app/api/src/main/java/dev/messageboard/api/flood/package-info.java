/** How often one client may act, counted in the database so that it holds across replicas. */
package dev.messageboard.api.flood;
