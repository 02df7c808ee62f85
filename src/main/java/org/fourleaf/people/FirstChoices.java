package org.fourleaf.people;

import org.jspecify.annotations.Nullable;

/**
 * What was chosen when a workspace was set up, for the modules that furnish it.
 *
 * @param mailboxAddress none for no mailbox yet
 * @param language of the shipped texts: en, lt, el or zh
 * @param demo a demonstration workspace, to be filled with invented tickets
 */
public record FirstChoices(
        String departmentName,
        @Nullable String mailboxAddress,
        @Nullable String mailboxName,
        String language,
        boolean demo) {}
