package org.fourleaf.search;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.tickets.TicketFinding;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The search language in the ticket list: what was found, as a condition the list can sort and page by. */
@Component
@Transactional(readOnly = true)
class FindingTickets implements TicketFinding {

    private static final int ALIKE_MAX = 5;

    private final Asking asking;
    private final HitQuery hits;
    private final VocabularyStore vocabulary;
    private final LookingAlike lookingAlike;

    FindingTickets(Asking asking, HitQuery hits, VocabularyStore vocabulary, LookingAlike lookingAlike) {
        this.asking = asking;
        this.hits = hits;
        this.vocabulary = vocabulary;
        this.lookingAlike = lookingAlike;
    }

    @Override
    public Found find(Actor by, String typed) {
        UUID workspace = by.workspace();
        Question question = asking.question(by, typed, Map.of());
        if (question.nothing()) {
            return new Found(question.statuses(), Sql.of("false"), true);
        }
        boolean alone = question.words() != null && vocabulary.size(workspace).isAlone();
        if (question.words() != null
                && question.isRare()
                && !question.loose().isEmpty()
                && !hits.rareHasMoreThan(workspace, question.words(), alone, TicketSearch.FEW - 1)) {
            Map<String, Set<String>> alike = lookingAlike.of(question.loose(), ALIKE_MAX);
            question = alike.isEmpty() ? question : asking.question(by, typed, alike);
        }
        return found(workspace, question, alone);
    }

    private Found found(UUID workspace, Question question, boolean alone) {
        Sql where = question.everywhere();
        if (question.words() == null) {
            return new Found(question.statuses(), where, false);
        }
        boolean few = question.isRare()
                || (!question.isOneWord() && !hits.hasMoreThan(workspace, question.words(), Question.RARE_MAX));
        if (few) {
            // An array first: joined, the planner would rather read every ticket.
            where.add("and t.id = any (array(select d.ticket_id from search_document d where")
                    .add(HitQuery.ofWorkspace("d", workspace, alone))
                    .add("and d.tokens @@ cast(? as tsquery)))", question.words());
        } else {
            where.add(
                    "and exists (select 1 from search_document d where d.workspace_id = ? and d.ticket_id = t.id"
                            + " and d.tokens @@ cast(? as tsquery))",
                    workspace,
                    question.words());
        }
        return new Found(question.statuses(), where, few);
    }
}
