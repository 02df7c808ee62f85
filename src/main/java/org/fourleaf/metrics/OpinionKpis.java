package org.fourleaf.metrics;

import static org.fourleaf.metrics.Figure.*;

import java.util.ArrayList;
import java.util.List;
import org.fourleaf.metrics.Kpi.Unit;
import org.fourleaf.platform.log.ActivityKind;

/** What customers thought. */
final class OpinionKpis {

    private OpinionKpis() {}

    static List<Kpi> all() {
        List<Kpi> all = new ArrayList<>();

        all.add(Kpi.ratio(
                "csat",
                "Customer satisfaction",
                "answers of 4 or 5 / answers from 1 to 5 * 100",
                Unit.PERCENT,
                Term.of(CSATS_GOOD),
                Term.of(CSATS),
                ActivityKind.SURVEY_ANSWERED));
        all.add(Kpi.ratio(
                "csat_mean",
                "Mean satisfaction",
                "points from 1 to 5 / answers",
                Unit.POINTS,
                Term.of(CSAT_POINTS),
                Term.of(CSATS),
                ActivityKind.SURVEY_ANSWERED));
        all.add(Kpi.ratio(
                "survey_response",
                "Answered surveys",
                "surveys answered / surveys sent * 100",
                Unit.PERCENT,
                Term.of(SURVEYS_ANSWERED),
                Term.of(SURVEYS_SENT),
                ActivityKind.SURVEY_ANSWERED,
                ActivityKind.SURVEY_SENT));
        all.add(Kpi.ratio(
                "nps",
                "Net promoter score",
                "(answers of 9 and 10 - answers from 0 to 6) / answers from 0 to 10 * 100",
                Unit.SCORE,
                Term.of(PROMOTERS).less(DETRACTORS),
                Term.of(NPSES),
                ActivityKind.SURVEY_ANSWERED));
        all.add(Kpi.ratio(
                "ces",
                "Customer effort",
                "points from 1 to 7 / answers",
                Unit.POINTS,
                Term.of(CES_POINTS),
                Term.of(CESES),
                ActivityKind.SURVEY_ANSWERED));
        all.add(Kpi.ratio(
                "rewards_percent",
                "Rewards",
                "rewards / (rewards + rebukes) * 100",
                Unit.PERCENT,
                Term.of(REWARDS),
                Term.of(REWARDS, REBUKES),
                ActivityKind.RATING_GIVEN));
        all.add(Kpi.ratio(
                "rebukes_percent",
                "Rebukes",
                "rebukes / (rewards + rebukes) * 100",
                Unit.PERCENT,
                Term.of(REBUKES),
                Term.of(REWARDS, REBUKES),
                ActivityKind.RATING_GIVEN));
        all.add(Kpi.ratio(
                "not_ranked_percent",
                "Not ranked",
                "not ranked / (rewards + rebukes + not ranked) * 100",
                Unit.PERCENT,
                Term.of(NEUTRALS),
                Term.of(REWARDS, REBUKES, NEUTRALS),
                ActivityKind.RATING_GIVEN));
        return all;
    }
}
