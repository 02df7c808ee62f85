package org.fourleaf.people;

import java.util.List;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A new workspace's reasons for pauses, in its language. */
@Component
@Order(2)
class PauseReasonFurnishing implements WorkspaceFurnishing {

    private final PauseReasonStore store;

    PauseReasonFurnishing(PauseReasonStore store) {
        this.store = store;
    }

    @Override
    public void furnish(Actor owner, FirstChoices choices) {
        List<String> names = switch (choices.language()) {
            case "lt" -> List.of("Pertrauka", "Pietūs", "Susitikimas", "Mokymai");
            case "el" -> List.of("Διάλειμμα", "Γεύμα", "Συνάντηση", "Εκπαίδευση");
            case "zh" -> List.of("休息", "午餐", "会议", "培训");
            default -> List.of("Break", "Lunch", "Meeting", "Training");
        };
        for (int i = 0; i < names.size(); i++) {
            store.insert(owner.workspace(), new PauseReason(Ids.next(), names.get(i), i + 1, 1));
        }
    }
}
