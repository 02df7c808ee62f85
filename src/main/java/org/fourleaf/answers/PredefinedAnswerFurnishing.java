package org.fourleaf.answers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fourleaf.people.FirstChoices;
import org.fourleaf.people.WorkspaceFurnishing;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.tickets.CannedMessage;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Ships a good set of predefined answers: named in the workspace's language, with texts in every language a customer may write in. */
@Component
@Order(4)
class PredefinedAnswerFurnishing implements WorkspaceFurnishing {

    private static final List<String> LANGUAGES = List.of("en", "lt", "el", "zh");

    /** As the resource has it. */
    record Shipped(String key, String name, List<String> keywords, String html) {}

    private final PredefinedAnswerStore store;
    private final JsonMapper json;

    PredefinedAnswerFurnishing(PredefinedAnswerStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public void furnish(Actor owner, FirstChoices choices) {
        String main = LANGUAGES.contains(choices.language()) ? choices.language() : LANGUAGES.getFirst();
        Map<String, Map<String, Shipped>> byLanguage = new HashMap<>();
        LANGUAGES.forEach(language -> byLanguage.put(
                language, shipped(language).stream().collect(Collectors.toMap(Shipped::key, text -> text))));
        for (Shipped text : shipped(main)) {
            Map<String, String> others = new HashMap<>();
            LANGUAGES.stream().filter(language -> !language.equals(main)).forEach(language -> {
                Shipped other = Objects.requireNonNull(byLanguage.get(language)).get(text.key);
                others.put(language, Objects.requireNonNull(other).html);
            });
            store.insert(
                    owner.workspace(),
                    new PredefinedAnswer(
                            Ids.next(),
                            text.name,
                            String.join(" ", text.keywords),
                            main,
                            text.html,
                            others,
                            CannedMessage.Scope.ALL,
                            null,
                            null,
                            0,
                            1));
        }
    }

    private List<Shipped> shipped(String language) {
        try (InputStream in =
                new ClassPathResource("texts/predefined-answers-" + language + ".json").getInputStream()) {
            return json.readValue(in, new TypeReference<List<Shipped>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
