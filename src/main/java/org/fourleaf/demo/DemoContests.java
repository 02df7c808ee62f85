package org.fourleaf.demo;

import java.util.List;
import org.fourleaf.contests.PastContests;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A contest of the week before, which ends by itself at once, and one of teams that is under way. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoContests {

    private final DemoStore store;
    private final PastContests contests;
    private final Departments departments;

    DemoContests(DemoStore store, PastContests contests, Departments departments) {
        this.store = store;
        this.contests = contests;
        this.departments = departments;
    }

    void make(Actor by) {
        String language = store.language(by.workspace());
        contests.add(by, week(language), weekText(language), "resolved_tickets", List.of(), 9, 7, List.of(100, 60, 30));
        List<Department> teams = departments.all(Actor.system(by.workspace()));
        if (teams.size() > 1) {
            contests.add(
                    by,
                    teams(language),
                    teamsText(language),
                    "answers",
                    teams.stream().map(Department::id).toList(),
                    2,
                    14,
                    List.of(80));
        }
    }

    private static String week(String language) {
        return switch (language) {
            case "lt" -> "Pavasarinis sprintas";
            case "el" -> "Ανοιξιάτικο σπριντ";
            case "zh" -> "春季冲刺";
            default -> "Spring sprint";
        };
    }

    private static String weekText(String language) {
        return switch (language) {
            case "lt" -> "Kas per savaitę išsprendžia daugiausia užklausų?";
            case "el" -> "Ποιος επιλύει τα περισσότερα αιτήματα μέσα σε μια εβδομάδα;";
            case "zh" -> "一周之内谁解决的工单最多？";
            default -> "Who resolves the most tickets within a week?";
        };
    }

    private static String teams(String language) {
        return switch (language) {
            case "lt" -> "Komandų turas";
            case "el" -> "Ο γύρος των ομάδων";
            case "zh" -> "团队巡回赛";
            default -> "Tour of the teams";
        };
    }

    private static String teamsText(String language) {
        return switch (language) {
            case "lt" -> "Atsakymai vienam žmogui; laimėjusi komanda važiuoja į iškylą.";
            case "el" -> "Απαντήσεις ανά άτομο· η ομάδα που κερδίζει πάει εκδρομή με ποδήλατα.";
            case "zh" -> "按人均答复数计算；获胜团队一起骑车出游。";
            default -> "Answers per head; the team that wins goes on a ride in working hours.";
        };
    }
}
