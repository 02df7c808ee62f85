package org.fourleaf.wall;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.webhooks.ChatAddresses;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Queues posts of new entries into the chats that want them, in the transaction that puts them on the wall. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WallPosting {

    private static final String PATH = "/game/wall";
    private static final String TYPE = "wall.entry";
    /** Of a day with more, the rest stands on the wall: nobody wants a chat full of it. */
    private static final int POSTS_AT_ONCE_MAX = 20;

    private final OutletStore outlets;
    private final ChatAddresses chats;
    private final Wall wall;
    private final ChatPosts posts;
    private final WorkspacePlace places;

    WallPosting(OutletStore outlets, ChatAddresses chats, Wall wall, ChatPosts posts, WorkspacePlace places) {
        this.outlets = outlets;
        this.chats = chats;
        this.wall = wall;
        this.posts = posts;
        this.places = places;
    }

    void post(Actor by, List<WallEntry> entries) {
        List<WallOutlet> told = entries.isEmpty() ? List.of() : outlets.all(by.workspace());
        if (told.isEmpty()) {
            return;
        }
        Set<UUID> active = new HashSet<>();
        chats.all(by).stream().filter(ChatAddresses.ChatAddress::active).forEach(chat -> active.add(chat.id()));
        Map<String, List<Wall.Line>> spoken = new HashMap<>();
        String link = places.origin(by.workspace()).map(origin -> origin + PATH).orElse(null);
        for (WallOutlet outlet : told) {
            if (!active.contains(outlet.id())) {
                continue;
            }
            spoken.computeIfAbsent(outlet.language(), language -> wall.lines(by, language, entries)).stream()
                    .filter(line ->
                            outlet.kinds().stream().anyMatch(kind -> kind.json().equals(line.kind())))
                    .limit(POSTS_AT_ONCE_MAX)
                    .forEach(line -> chats.queue(
                            by, outlet.id(), TYPE, posts.body(outlet, WallWords.of(outlet.language(), line), link)));
        }
    }

    /** A post that says it is a test. */
    ChatAddresses.Call test(Actor by, WallOutlet outlet) {
        String link = places.origin(by.workspace()).map(origin -> origin + PATH).orElse(null);
        return chats.queue(by, outlet.id(), "wall.test", posts.body(outlet, WallWords.test(outlet.language()), link));
    }
}
