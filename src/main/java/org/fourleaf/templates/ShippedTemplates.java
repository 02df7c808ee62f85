package org.fourleaf.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What every mail says until somebody rewrites it, in the four languages of the product. */
@Component
class ShippedTemplates {

    static final List<String> LANGUAGES = List.of("en", "lt", "el", "zh");

    /** As the resource has it. */
    record Shipped(TemplateKind kind, String subject, String html) {}

    private final List<MailTemplate> all;

    ShippedTemplates(JsonMapper json) {
        List<MailTemplate> read = new ArrayList<>();
        for (String language : LANGUAGES) {
            for (Shipped shipped : shipped(json, language)) {
                read.add(new MailTemplate(shipped.kind, null, language, shipped.subject, shipped.html, 0));
            }
        }
        all = List.copyOf(read);
    }

    List<MailTemplate> all() {
        return all;
    }

    Optional<MailTemplate> find(TemplateKind kind, String language) {
        return all.stream()
                .filter(template ->
                        template.kind() == kind && template.language().equals(language))
                .findFirst();
    }

    private static List<Shipped> shipped(JsonMapper json, String language) {
        try (InputStream in = new ClassPathResource("texts/templates-" + language + ".json").getInputStream()) {
            return json.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
