package org.fourleaf.wall;

import java.util.stream.Collectors;
import org.fourleaf.contests.ContestPeople;

/** What is posted into chats, in the outlet's language. */
final class WallWords {

    private WallWords() {}

    static String of(String language, Wall.Line line) {
        String who = line.agent() == null ? somebody(language) : line.agent().name();
        return switch (line.kind()) {
            case "badge" ->
                switch (language) {
                    case "lt" -> "🏅 " + who + " – ženkliukas „" + line.what() + "“";
                    case "el" -> "🏅 " + who + ": έμβλημα «" + line.what() + "»";
                    case "zh" -> "🏅 " + who + " 获得徽章“" + line.what() + "”";
                    default -> "🏅 " + who + " won the badge “" + line.what() + "”";
                };
            case "quest" ->
                switch (language) {
                    case "lt" -> "🧭 " + who + " – įvykdyta užduotis „" + line.what() + "“";
                    case "el" -> "🧭 " + who + ": ολοκληρώθηκε η αποστολή «" + line.what() + "»";
                    case "zh" -> "🧭 " + who + " 完成任务“" + line.what() + "”";
                    default -> "🧭 " + who + " completed the quest “" + line.what() + "”";
                };
            case "kudos" ->
                "💚 " + (line.by() == null ? somebody(language) : line.by().name()) + " → " + who + ": " + line.what();
            case "praise" -> "👏 " + (line.by() == null ? "" : line.by().name() + " → ") + who + ": " + line.what();
            case "level" ->
                switch (language) {
                            case "lt" -> "⭐ " + who + " – naujas lygis „" + line.what() + "“";
                            case "el" -> "⭐ " + who + ": νέο επίπεδο «" + line.what() + "»";
                            case "zh" -> "⭐ " + who + " 达到等级“" + line.what() + "”";
                            default -> "⭐ " + who + " reached the level “" + line.what() + "”";
                        }
                        + more(language, line.more());
            default ->
                "🏆 "
                        + switch (language) {
                            case "lt" -> "Konkursas „" + line.what() + "“ baigėsi: ";
                            case "el" -> "Ο διαγωνισμός «" + line.what() + "» ολοκληρώθηκε: ";
                            case "zh" -> "竞赛“" + line.what() + "”已结束：";
                            default -> "The contest “" + line.what() + "” is over: ";
                        }
                        + line.places().stream()
                                .map(place -> place.rank() + ". " + name(language, place))
                                .collect(Collectors.joining(", "));
        };
    }

    private static String more(String language, int more) {
        return more == 0
                ? ""
                : switch (language) {
                    case "lt" -> " (ir dar " + more + ")";
                    case "el" -> " (και " + more + " ακόμη)";
                    case "zh" -> "（另外还有 " + more + " 个）";
                    default -> " (and " + more + " more)";
                };
    }

    private static String name(String language, ContestPeople.Place place) {
        if (place.team() != null) {
            return place.team();
        }
        return place.agent() == null ? somebody(language) : place.agent().name();
    }

    private static String somebody(String language) {
        return switch (language) {
            case "lt" -> "Kolega";
            case "el" -> "Συνάδελφος";
            case "zh" -> "一位同事";
            default -> "A colleague";
        };
    }

    static String test(String language) {
        return switch (language) {
            case "lt" -> "Fourleaf: bandomasis įrašas. Čia pasirodys, kas laimima.";
            case "el" -> "Fourleaf: δοκιμαστική δημοσίευση. Εδώ θα εμφανίζονται οι επιτυχίες.";
            case "zh" -> "Fourleaf：测试消息。获奖消息将显示在这里。";
            default -> "Fourleaf: this is a test. What is won will be posted here.";
        };
    }

    static String open(String language) {
        return switch (language) {
            case "lt" -> "Atverti sieną";
            case "el" -> "Άνοιγμα του τοίχου";
            case "zh" -> "打开荣誉墙";
            default -> "Open the wall";
        };
    }
}
