package org.fourleaf.platform.log;

/**
 * Something that happened, as a record of ids, codes and numbers; free text, addresses and phone numbers stay in erasable tables.
 *
 * <p>Components called ticket, agent, customer, company, department (UUID) and channel (a code) become columns of the log; all others
 * go into its {@code facts}. Which kind it is stands in {@link Records}.
 */
public interface Fact {}
