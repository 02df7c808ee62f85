package org.fourleaf.screens;

import org.fourleaf.signin.PasswordSetting;

/** What opens a screen, too long to guess; only its hash is kept. */
record ScreenSecret(String text) {

    static final int LENGTH_MAX = 100;

    static ScreenSecret draw() {
        return new ScreenSecret(PasswordSetting.newSecret());
    }

    byte[] hash() {
        return PasswordSetting.hashOfSecret(text);
    }

    @Override
    public String toString() {
        return "ScreenSecret";
    }
}
