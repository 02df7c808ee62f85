package org.fourleaf.tickets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.fourleaf.people.FirstChoices;
import org.fourleaf.people.WorkspaceFurnishing;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Ships a good set of canned messages, in every language a customer may write in. */
@Component
@Order(3)
class CannedMessageFurnishing implements WorkspaceFurnishing {

    private static final List<String> LANGUAGES = List.of("en", "lt", "el", "zh");

    /** As the resource has it. */
    record Shipped(String key, String name, List<String> keywords, String html) {}

    private final CannedMessageStore store;
    private final JsonMapper json;

    CannedMessageFurnishing(CannedMessageStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public void furnish(Actor owner, FirstChoices choices) {
        for (String language : LANGUAGES) {
            for (Shipped shipped : shipped(language)) {
                store.insert(
                        owner.workspace(),
                        new CannedMessage(
                                Ids.next(),
                                shipped.name,
                                String.join(" ", shipped.keywords),
                                shipped.html,
                                language,
                                CannedMessage.Scope.ALL,
                                null,
                                null,
                                0,
                                1));
            }
        }
    }

    private List<Shipped> shipped(String language) {
        try (InputStream in = new ClassPathResource("texts/canned-messages-" + language + ".json").getInputStream()) {
            return json.readValue(in, new TypeReference<List<Shipped>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
