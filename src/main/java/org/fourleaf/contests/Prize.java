package org.fourleaf.contests;

/** What a place wins. @param text what else it wins, such as a cake; may be empty */
record Prize(int points, int coins, String text) {}
