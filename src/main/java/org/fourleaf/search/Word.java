package org.fourleaf.search;

/**
 * One word of a text.
 *
 * @param forms the ways it is written and bent
 * @param place its number in the text: neighbours differ by one
 * @param start where it begins in the text, in UTF-16 units
 * @param end where it ends
 */
record Word(WordForms forms, int place, int start, int end) {

    /** As it is looked up: folded. */
    String text() {
        return forms.text();
    }
}
