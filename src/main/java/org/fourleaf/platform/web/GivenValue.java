package org.fourleaf.platform.web;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets constraints on a {@link Given} field judge the value in it. */
@UnwrapByDefault
public final class GivenValue implements ValueExtractor<Given<@ExtractedValue ?>> {

    @Override
    public void extractValues(Given<?> given, ValueReceiver receiver) {
        receiver.value(null, given.value());
    }
}
