package org.fourleaf.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourleaf.email.PostRoom.mail;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.tickets.TicketPurging;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@InFourleaf
@Import(PostRoom.class)
class PurgeTest {

    @Autowired
    PostRoom postRoom;

    @Autowired
    TicketPurging purging;

    @Test
    void a_deleted_ticket_is_purged_after_its_days_with_all_that_was_its_own_and_its_facts_stay() {
        PostRoom.Desk desk = postRoom.desk();
        String code = desk.hand(mail(World.OMAR, desk.support, "Bye", "bye1@x", "", "Secret words"))
                .at("/ticket")
                .asString();
        String merged = desk.hand(mail(World.OMAR, desk.support, "Part", "bye2@x", "", "More words"))
                .at("/ticket")
                .asString();
        String kept = desk.hand(mail(World.OMAR, desk.support, "Stay", "stay1@x", "", "x"))
                .at("/ticket")
                .asString();
        desk.olga
                .put("/api/v1/tickets/" + merged + "/merge", Map.of("into", code))
                .mustBe(200);
        desk.olga
                .put("/api/v1/tickets/" + code + "/draft", Map.of("type", "reply", "html", "<p>Begun</p>"))
                .mustBe(200);
        desk.olga
                .patch("/api/v1/tickets/" + code, Map.of("tags", List.of("a"), "status", "deleted"))
                .mustBe(200);
        assertThat(purge(desk)).isZero();
        long facts = count(desk, "select count(*) from log where workspace_id = ?");
        PostRoom.owner()
                .sql("update ticket set status_since = now() - interval '31 days' where workspace_id = ? and code = ?")
                .param(desk.world.workspace())
                .param(code)
                .update();

        desk.olga.put("/api/v1/purge", Map.of("after_days", 60)).mustBe(200);
        assertThat(purge(desk)).isZero();
        desk.olga.put("/api/v1/purge", Map.of("after_days", 30)).mustBe(200);
        assertThat(purge(desk)).isEqualTo(1);

        desk.olga.get("/api/v1/tickets/" + code).mustBe(404);
        desk.olga.get("/api/v1/tickets/" + merged).mustBe(404);
        assertThat(desk.thread(kept)).hasSize(1);
        assertThat(count(desk, "select count(*) from message where workspace_id = ?"))
                .isEqualTo(1);
        assertThat(count(desk, "select count(*) from mail_intake where workspace_id = ?"))
                .isEqualTo(1);
        assertThat(count(desk, "select count(*) from blob where workspace_id = ?"))
                .isEqualTo(1);
        assertThat(count(desk, "select count(*) from draft where workspace_id = ?"))
                .isZero();
        assertThat(count(desk, "select count(*) from log where workspace_id = ?"))
                .isGreaterThan(facts);
        assertThat(desk.olga
                        .get("/api/v1/counts")
                        .mustBe(200)
                        .body()
                        .at("/views/deleted")
                        .asInt())
                .isZero();
        assertThat(PostRoom.owner()
                        .sql("select count(*) from purged_ticket where workspace_id = ? and code in (?, ?)")
                        .param(desk.world.workspace())
                        .param(code)
                        .param(merged)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_restored_ticket_stays_and_the_setting_has_bounds() {
        PostRoom.Desk desk = postRoom.desk();
        String code = desk.hand(mail(World.OMAR, desk.support, "Back", "back1@x", "", "x"))
                .at("/ticket")
                .asString();
        desk.olga.patch("/api/v1/tickets/" + code, Map.of("status", "deleted")).mustBe(200);
        desk.olga.patch("/api/v1/tickets/" + code, Map.of("status", "resolved")).mustRefuse(409, "not-possible");
        desk.olga.patch("/api/v1/tickets/" + code, Map.of("status", "open")).mustBe(200);
        assertThat(desk.ticket(code).at("/status").asString()).isEqualTo("new");
        assertThat(desk.olga.get("/api/v1/purge").text("/after_days")).isEqualTo("30");
        desk.olga.put("/api/v1/purge", Map.of("after_days", 0)).mustName("/after_days");
        desk.olga.put("/api/v1/purge", Map.of("after_days", 100_000)).mustName("/after_days");
        desk.world.anna().put("/api/v1/purge", Map.of("after_days", 1)).mustBe(403);
        desk.olga.put("/api/v1/purge", Map.of()).mustBe(200);
        assertThat(purge(desk)).isZero();
    }

    private int purge(PostRoom.Desk desk) {
        UUID workspace = desk.world.workspace();
        return Workspaces.call(workspace, () -> purging.purgeSome(Actor.clock(workspace)));
    }

    private static long count(PostRoom.Desk desk, String sql) {
        return PostRoom.owner()
                .sql(sql)
                .param(desk.world.workspace())
                .query(Long.class)
                .single();
    }
}
