package org.fourleaf.metrics;

import java.time.ZoneId;
import org.fourleaf.people.ZoneFollowing;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.LogForgetting;
import org.springframework.stereotype.Component;

/**
 * Figures by day, and whatever is counted too, are counted anew by the new days. Where activities are forgotten that they are made of, days
 * counted so far stay what they were: quarters of an hour know no zone, so no sum is lost either way.
 */
@Component
class FigureZoneFollowing implements ZoneFollowing {

    private final FigureRebuilding rebuilding;
    private final LogForgetting forgetting;

    FigureZoneFollowing(FigureRebuilding rebuilding, LogForgetting forgetting) {
        this.rebuilding = rebuilding;
        this.forgetting = forgetting;
    }

    @Override
    public void follow(Actor by, ZoneId before, ZoneId now) {
        if (forgetting.forgottenBefore(by.workspace()).isEmpty()) {
            rebuilding.begin(by);
        }
    }
}
