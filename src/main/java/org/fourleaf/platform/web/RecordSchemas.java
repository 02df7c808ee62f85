package org.fourleaf.platform.web;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes our records as they are: a component is there unless it is {@code @Nullable} or {@link Given}, and a {@link Given} is what
 * it holds. By itself the generator takes every field of a record for optional.
 */
final class RecordSchemas implements ModelConverter {

    private static final String REFERENCES = "#/components/schemas/";

    private final ObjectMapper mapper;

    RecordSchemas(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = mapper.constructType(type.getType());
        if (java.hasRawClass(Given.class)) {
            AnnotatedType held = new AnnotatedType(java.containedType(0))
                    .jsonViewAnnotation(type.getJsonViewAnnotation())
                    .ctxAnnotations(type.getCtxAnnotations())
                    .resolveAsRef(type.isResolveAsRef());
            return context.resolve(held);
        }
        if (java.isTypeOrSubTypeOf(ObjectNode.class)) {
            return new ObjectSchema();
        }
        if (java.isTypeOrSubTypeOf(JsonNode.class)) {
            return new Schema<>();
        }
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        if (schema != null && java.getRawClass().isRecord()) {
            markRequired(java.getRawClass(), described(schema, context));
        }
        return schema;
    }

    private static Schema<?> described(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        Schema<?> named = reference == null || !reference.startsWith(REFERENCES)
                ? null
                : context.getDefinedModels().get(reference.substring(REFERENCES.length()));
        return named == null ? schema : named;
    }

    private static void markRequired(Class<?> type, Schema<?> schema) {
        if (schema.getProperties() == null) {
            return;
        }
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || component.getType() == Given.class;
            Schema<?> property = schema.getProperties().get(name);
            if (property != null && optional) {
                allowNull(property);
            } else if (property != null) {
                required.add(name);
            }
        }
        schema.setRequired(required);
    }

    /** A reference can't carry it; there, being optional has to say enough. */
    private static void allowNull(Schema<?> property) {
        if (property.get$ref() == null && property.getTypes() != null) {
            property.addType("null");
        }
    }
}
