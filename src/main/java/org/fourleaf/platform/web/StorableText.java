package org.fourleaf.platform.web;

import org.fourleaf.platform.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Text of a body without NUL and lone surrogates, which PostgreSQL can't hold: taken away once, at the door. */
final class StorableText extends StringDeserializer {

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        return text == null ? null : Texts.clean(text);
    }
}
