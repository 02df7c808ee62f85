package org.fourleaf.platform;

/** Lengths that bound text everywhere, in characters (UTF-16 units) unless the name says otherwise. */
public final class Limits {

    public static final int NAME_LENGTH_MAX = 200;
    public static final int SUBJECT_LENGTH_MAX = 500;
    public static final int EMAIL_LENGTH_MAX = 254;
    public static final int PASSWORD_LENGTH_MAX = 200;
    public static final int TEXT_LENGTH_MAX = 1_000_000;
    public static final int SHORT_TEXT_LENGTH_MAX = 4_000;
    public static final int PAGE_SIZE_MAX = 200;
    public static final int PAGE_SIZE_DEFAULT = 50;
    public static final int LIST_SIZE_MAX = 200;

    private Limits() {}
}
