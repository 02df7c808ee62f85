package org.fourleaf.templates;

/**
 * What a department answers by itself to a new ticket.
 *
 * @param onCreation whenever one comes in
 * @param outOfHours while the department is closed, in place of the one above
 * @param holiday on its holidays, in place of both
 */
record AutoAnswers(boolean onCreation, boolean outOfHours, boolean holiday, long version) {

    static final AutoAnswers NONE = new AutoAnswers(false, false, false, 0);
}
