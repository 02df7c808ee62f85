package org.fourleaf.templates;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to the texts of the desk's own mails. */
@Component
@Transactional(readOnly = true)
public class Templates {

    private static final String LAST_RESORT = "en";

    private final TemplateStore store;
    private final ShippedTemplates shipped;
    private final WorkspacePlace place;

    Templates(TemplateStore store, ShippedTemplates shipped, WorkspacePlace place) {
        this.store = store;
        this.shipped = shipped;
        this.place = place;
    }

    /**
     * The text for somebody who reads a language: the department's own, else the workspace's, else the shipped one; where there is none
     * in that language, the same in the workspace's, at last in English.
     */
    public MailTemplate of(Actor by, TemplateKind kind, @Nullable UUID department, @Nullable String language) {
        List<MailTemplate> own = store.of(by.workspace(), kind, department);
        for (String candidate : languages(by, language)) {
            MailTemplate found = in(own, candidate, department);
            if (found == null && department != null) {
                found = in(own, candidate, null);
            }
            if (found == null) {
                found = shipped.find(kind, candidate).orElse(null);
            }
            if (found != null) {
                return found;
            }
        }
        throw new IllegalStateException("no shipped text for " + kind);
    }

    private static @Nullable MailTemplate in(List<MailTemplate> own, String language, @Nullable UUID department) {
        for (MailTemplate template : own) {
            if (template.language().equals(language) && Objects.equals(template.department(), department)) {
                return template;
            }
        }
        return null;
    }

    /** {@code pt-BR}, then {@code pt}, then what the workspace speaks, then English. */
    private Set<String> languages(Actor by, @Nullable String language) {
        Set<String> languages = new LinkedHashSet<>();
        if (language != null) {
            languages.add(language);
            languages.add(Locale.forLanguageTag(language).getLanguage());
        }
        languages.add(place.language(by.workspace()));
        languages.add(LAST_RESORT);
        return languages;
    }
}
