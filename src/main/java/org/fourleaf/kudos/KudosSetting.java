package org.fourleaf.kudos;

/** @param perMonth how many an agent may give in a month, 0 for none @param points with each, like {@code coins} */
public record KudosSetting(int perMonth, int points, int coins, long version) {

    static final int PER_MONTH_MAX = 1_000;
    static final int AMOUNT_MAX = 1_000;
    static final KudosSetting USUAL = new KudosSetting(5, 5, 5, 0);
}
