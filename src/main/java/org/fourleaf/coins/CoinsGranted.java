package org.fourleaf.coins;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody who manages the workspace gave an agent coins, or below zero took some. */
@Records(ActivityKind.COINS_GRANTED)
public record CoinsGranted(UUID agent, UUID entry, int amount) implements Fact {}
