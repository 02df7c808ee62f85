package org.fourleaf.wall;

import org.fourleaf.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A post as each chat takes it; whatever words are in it, they format nothing and call nobody. */
@Component
class ChatPosts {

    private static final int LENGTH_MAX = 2_000;

    private final JsonMapper json;

    ChatPosts(JsonMapper json) {
        this.json = json;
    }

    /** @param link to the wall, if anybody knows where the desk is */
    String body(WallOutlet outlet, String words, @Nullable String link) {
        String cut = Texts.cut(words, LENGTH_MAX);
        return json.writeValueAsString(
                switch (outlet.flavour()) {
                    case SLACK -> slack(cut, link);
                    case TEAMS -> teams(cut, link, WallWords.open(outlet.language()));
                });
    }

    /** As Slack asks: these three and no others. A name can't then be {@code <!channel>}. */
    private ObjectNode slack(String words, @Nullable String link) {
        String plain = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return json.createObjectNode().put("text", link == null ? plain : plain + "\n" + link);
    }

    private ObjectNode teams(String words, @Nullable String link, String open) {
        ObjectNode card = json.createObjectNode()
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.4");
        card.putArray("body")
                .addObject()
                .put("type", "TextBlock")
                .put("text", words.replaceAll("([\\\\*_\\[\\]`~])", "\\\\$1"))
                .put("wrap", true);
        if (link != null) {
            card.putArray("actions")
                    .addObject()
                    .put("type", "Action.OpenUrl")
                    .put("title", open)
                    .put("url", link);
        }
        ObjectNode message = json.createObjectNode().put("type", "message");
        ArrayNode attachments = message.putArray("attachments");
        attachments
                .addObject()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .set("content", card);
        return message;
    }
}
