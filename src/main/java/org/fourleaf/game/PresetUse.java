package org.fourleaf.game;

import org.fourleaf.platform.Actor;

/** What a preset sets, in the transaction that chooses it. */
public interface PresetUse {

    /** The game begins, where it has not. */
    void begin(Actor by);

    void set(Actor by, Preset preset);
}
