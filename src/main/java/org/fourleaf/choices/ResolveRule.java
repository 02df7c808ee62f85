package org.fourleaf.choices;

/** What a ticket needs before an agent may resolve it, besides the custom fields that say so themselves. */
public record ResolveRule(boolean tagRequired, boolean dispositionRequired) {

    static final ResolveRule NOTHING = new ResolveRule(false, false);
}
