package org.fourleaf.attention;

import org.fourleaf.platform.Actor;

/** Somebody above who may want to know when agents open and leave tickets; where nobody does, nothing of it is written down. */
public interface AttentionWatch {

    boolean wantsOpening(Actor by);

    boolean wantsLeaving(Actor by);
}
