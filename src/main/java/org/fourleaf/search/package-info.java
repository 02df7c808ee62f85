/**
 * Finding. Keeps an index of what tickets and customers say, in {@code search_document}, {@code search_customer} and the vocabulary
 * {@code search_word}; reads the log ({@code IndexReader}) to know what changed, and a worker ({@code Indexer}) writes the words down a
 * moment later. Answers {@code /api/v1/search}, what is like a ticket, and, through {@link org.fourleaf.tickets.TicketFinding}, the
 * {@code q} of the ticket list. Publishes nothing; nobody calls it.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "customers", "departments", "tickets"})
@NullMarked
package org.fourleaf.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
